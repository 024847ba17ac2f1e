package dev.tandem.etl.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconcileFeedbackConfigTest {
    private static final Instant END = Instant.parse("2026-02-08T00:00:00Z");

    private static ReconcileFeedbackConfig read(String... args) {
        List<String> all = Stream.concat(Stream.of("--tenant=shop", "--interval-end=" + END), Stream.of(args))
                .toList();
        return Settings.read(ReconcileFeedbackJob.ID, new ReconcileFeedbackOptions(), all, Map.of())
                .orElseThrow();
    }

    @Test
    void hasDefaults() {
        ReconcileFeedbackConfig config = read();

        assertThat(config.brokers()).isEqualTo("127.0.0.1:19092");
        assertThat(config.judged())
                .isEqualTo(
                        new DataInterval(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-02-07T23:59:00Z")));
        assertThat(config.rules())
                .isEqualTo(new Rules(END, Duration.ofMinutes(1), new RetrySchedule(Duration.ofMinutes(15), 5)));
    }

    @Test
    void takesEverySetting() {
        ReconcileFeedbackConfig config = read(
                "--interval-start=2026-02-07T00:00:00Z",
                "--kafka.bootstrap-servers=broker:9092",
                "--reconcile.grace=PT30S",
                "--reconcile.retry-after=PT1H",
                "--reconcile.max-attempts=3");

        assertThat(config.brokers()).isEqualTo("broker:9092");
        assertThat(config.judged())
                .isEqualTo(
                        new DataInterval(Instant.parse("2026-02-07T00:00:00Z"), Instant.parse("2026-02-07T23:59:30Z")));
        assertThat(config.rules())
                .isEqualTo(new Rules(END, Duration.ofSeconds(30), new RetrySchedule(Duration.ofHours(1), 3)));
    }

    @ParameterizedTest
    @CsvSource({
        "--reconcile.grace=PT2H, --reconcile.grace is 'PT2H'; allowed: PT1S to PT1H",
        "--reconcile.max-attempts=0, --reconcile.max-attempts is '0'; allowed: 1 to 16",
        "--reconcile.retry-after=PT5H, --reconcile.retry-after is 'PT5H'; allowed: PT1S or more",
        "--interval-start=2026-02-07T23:59:30Z, --interval-start is '2026-02-07T23:59:30Z'; allowed: an instant more than"
    })
    void whatMakesNoSenseIsRefused(String argument, String message) {
        assertThatThrownBy(() -> read(argument)).hasMessageContaining(message);
    }
}
