package dev.tandem.local.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.ProcessRecord;
import dev.tandem.local.services.process.StopSignal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTableTest {
    private static final ProcessIdentity SELF = ProcessIdentity.current();
    private static final ProcessIdentity GONE = new ProcessIdentity(SELF.pid(), Instant.EPOCH);

    @Test
    void tellsWhatRunsFromWhatHasEnded() {
        Instant now = SELF.startedAt().plusSeconds(3_725);

        List<String> lines = StatusTable.of(
                List.of(
                        new ProcessRecord("kafka", SELF, 19092, StopSignal.TERM, SELF),
                        new ProcessRecord("postgres", GONE, 15432, StopSignal.INT, GONE)),
                now);

        assertThat(lines)
                .satisfiesExactly(
                        head -> assertThat(head).matches("PROCESS +STATE +PID +PORT +MEMORY +UP FOR"),
                        kafka -> assertThat(kafka).matches("kafka +running +\\d+ +19092 +(\\d+ MiB|-) +1 h 02 min"),
                        postgres -> assertThat(postgres).matches("postgres +ended by itself +\\d+ +15432 +- +-"));
    }
}
