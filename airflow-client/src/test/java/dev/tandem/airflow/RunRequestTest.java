package dev.tandem.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunRequestTest {
    private static final Instant END = Instant.parse("2026-01-02T03:00:00Z");

    private static String id(Instant end, Map<String, String> params) {
        return RunRequest.upTo(end, "tandem_train", params).runId();
    }

    @Test
    void equalRequestsHaveOneId() {
        assertThat(id(END, Map.of("tenant", "shop")))
                .isEqualTo(id(END, Map.of("tenant", "shop")))
                .matches("tandem__2026-01-02T03:00:00Z__[0-9a-f]{12}");
    }

    @Test
    void anotherDagTenantOrIntervalHasAnotherId() {
        assertThat(id(END, Map.of("tenant", "shop")))
                .isNotEqualTo(id(END, Map.of("tenant", "store")))
                .isNotEqualTo(id(END.plusSeconds(1), Map.of("tenant", "shop")))
                .isNotEqualTo(id(END, Map.of()))
                .isNotEqualTo(RunRequest.upTo(END, "tandem_sync", Map.of("tenant", "shop"))
                        .runId());
    }

    @Test
    void anIdHasOnlyCharactersThatAirflowTakes() {
        RunRequest request = new RunRequest("d", new TreeMap<>(Map.of("interval_end", "a/b c?ä")));

        assertThat(request.runId()).matches("[A-Za-z0-9_.~:+-]+").startsWith("tandem__a-b-c--__");
    }
}
