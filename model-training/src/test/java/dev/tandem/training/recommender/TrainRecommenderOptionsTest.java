package dev.tandem.training.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.settings.Settings;
import dev.tandem.core.shop.TenantId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainRecommenderOptionsTest {
    private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");

    @Test
    void hasADefaultForEverythingButTenantAndEnd() {
        TrainRecommenderConfig config = read(List.of("--tenant=all", "--interval-end=" + END), Map.of());

        assertThat(config.job().tenants()).isEmpty();
        assertThat(config.interval()).isEqualTo(DataInterval.upTo(END, Duration.ofDays(3_650)));
        assertThat(config.models()).isEqualTo(URI.create("var/models"));
        assertThat(config.als()).isEqualTo(new AlsSettings(64, 0.3, 4, 15, Duration.ofDays(60), 42, 4));
    }

    @Test
    void takesEverySetting() {
        TrainRecommenderConfig config = read(
                List.of(
                        "--tenant=shop",
                        "--interval-start=2026-01-01T00:00:00Z",
                        "--interval-end=" + END,
                        "--als.rank=8",
                        "--als.regularisation=0.5",
                        "--als.alpha=2.5",
                        "--als.iterations=3",
                        "--als.half-life=PT12H",
                        "--als.seed=-7",
                        "--als.blocks=2"),
                Map.of("TANDEM_MODELS_URI", "s3a://bucket/models"));

        assertThat(config.job().tenants()).containsExactly(new TenantId("shop"));
        assertThat(config.interval()).isEqualTo(new DataInterval(Instant.parse("2026-01-01T00:00:00Z"), END));
        assertThat(config.models()).isEqualTo(URI.create("s3a://bucket/models"));
        assertThat(config.als()).isEqualTo(new AlsSettings(8, 0.5, 2.5, 3, Duration.ofHours(12), -7, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--als.rank=0",
                "--als.rank=513",
                "--als.regularisation=0",
                "--als.regularisation=NaN",
                "--als.alpha=-1",
                "--als.alpha=Infinity",
                "--als.iterations=0",
                "--als.half-life=PT0S",
                "--als.half-life=-P1D",
                "--als.blocks=0"
            })
    void refusesValuesThatCannotWork(String argument) {
        String option = argument.substring(0, argument.indexOf('='));

        assertThatThrownBy(() -> read(List.of("--tenant=shop", "--interval-end=" + END, argument), Map.of()))
                .isInstanceOfSatisfying(TandemException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.CONFIGURATION))
                .hasMessageContaining(option);
    }

    private static TrainRecommenderConfig read(List<String> arguments, Map<String, String> environment) {
        return Settings.read(TrainRecommenderJob.NAME, new TrainRecommenderOptions(), arguments, environment)
                .orElseThrow();
    }
}
