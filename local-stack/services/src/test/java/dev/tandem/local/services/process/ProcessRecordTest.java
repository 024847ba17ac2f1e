package dev.tandem.local.services.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessRecordTest {
    private static final ProcessIdentity SELF = ProcessIdentity.current();
    private static final ProcessIdentity GONE = new ProcessIdentity(SELF.pid(), Instant.EPOCH);

    @TempDir
    private Path folder;

    @Test
    void isReadAsItWasWritten() {
        ProcessRecord record = new ProcessRecord("kafka", SELF, 19092, StopSignal.TERM, GONE);

        record.write(folder.resolve("run/kafka.properties"));

        assertThat(ProcessRecord.read(folder.resolve("run/kafka.properties"))).contains(record);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pid=", "pid=12\nstarted_at=yesterday", "\u0000\u0000"})
    void aFileThatMakesNoSenseTellsOfNoProcess(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("kafka.properties"), content);

        assertThat(ProcessRecord.read(file)).isEmpty();
    }

    @Test
    void aMissingFileTellsOfNoProcess() {
        assertThat(ProcessRecord.read(folder.resolve("kafka.properties"))).isEmpty();
    }

    @Test
    void whatRunsWithoutItsLauncherIsAnOrphan() {
        assertThat(new ProcessRecord("kafka", SELF, 1, StopSignal.TERM, GONE).isOrphan())
                .isTrue();
        assertThat(new ProcessRecord("kafka", GONE, 1, StopSignal.TERM, GONE).isOrphan())
                .isFalse();
    }

    @Test
    void whatRunsInTheBackgroundIsNoOrphan() {
        ProcessRecord record = new ProcessRecord("kafka", SELF, 1, StopSignal.TERM, SELF);

        assertThat(record.isInBackground()).isTrue();
        assertThat(record.isOrphan()).isFalse();
    }
}
