package dev.tandem.etl.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.settings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestFeedbackConfigTest {
    private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");

    private static DigestFeedbackConfig read(String... args) {
        List<String> all = Stream.concat(Stream.of("--tenant=shop", "--interval-end=" + END), Stream.of(args))
                .toList();
        return Settings.read(DigestFeedbackJob.ID, new DigestFeedbackOptions(), all, Map.of())
                .orElseThrow();
    }

    @Test
    void hasDefaults() {
        DigestFeedbackConfig config = read();

        assertThat(config.window()).isEqualTo(new DataInterval(Instant.parse("2026-01-01T00:00:00Z"), END));
        assertThat(config.demotion()).isEqualTo(new Demotion(5, 0.5));
    }

    @Test
    void takesEverySetting() {
        DigestFeedbackConfig config =
                read("--digest.window=P30D", "--digest.min-ratings=9", "--digest.max-critical-share=0.25");

        assertThat(config.window()).isEqualTo(new DataInterval(Instant.parse("2026-03-02T00:00:00Z"), END));
        assertThat(config.demotion()).isEqualTo(new Demotion(9, 0.25));
    }

    @ParameterizedTest
    @CsvSource({
        "--digest.window=P401D, --digest.window is 'PT9624H'; allowed: PT1H to P400D",
        "--digest.min-ratings=0, --digest.min-ratings is '0'; allowed: 1 to 1000000",
        "--digest.max-critical-share=50, --digest.max-critical-share is '50.0'; allowed: 0 to 1",
        "--digest.max-critical-share=NaN, --digest.max-critical-share is 'NaN'; allowed: 0 to 1"
    })
    void whatMakesNoSenseIsRefused(String argument, String message) {
        assertThatThrownBy(() -> read(argument)).hasMessageContaining(message);
    }
}
