package dev.tandem.local.launcher.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobArgumentsTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @Test
    void anIntervalWithoutEndEndsWithTheLastFullHour() {
        JobArguments arguments = JobArguments.of(List.of("--tenant=shop"), Map.of(), NOW);

        assertThat(arguments.forJob()).containsExactly("--tenant=shop", "--interval-end=2026-03-04T05:00:00Z");
        assertThat(arguments.assumedEnd()).contains(Instant.parse("2026-03-04T05:00:00Z"));
    }

    @Test
    void aGivenEndIsKept() {
        List<String> given = List.of("--tenant=shop", "--interval-end=2011-11-01T00:00:00Z");

        assertThat(JobArguments.of(given, Map.of(), NOW).forJob()).isEqualTo(given);
        assertThat(JobArguments.of(List.of(), Map.of("TANDEM_INTERVAL_END", "2011-11-01T00:00:00Z"), NOW)
                        .assumedEnd())
                .isEmpty();
    }

    @Test
    void helpIsPassedOnAlone() {
        assertThat(JobArguments.of(List.of("--help"), Map.of(), NOW).forJob()).containsExactly("--help");
    }
}
