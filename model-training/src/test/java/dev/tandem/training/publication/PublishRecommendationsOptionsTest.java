package dev.tandem.training.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.settings.Settings;
import dev.tandem.core.shop.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishRecommendationsOptionsTest {
    private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");

    @Test
    void publishesAHundredItemsOfTheLatestModelByDefault() {
        PublishRecommendationsConfig config = read("--tenant=shop", "--interval-end=" + END);

        assertThat(config.job().tenants()).containsExactly(new TenantId("shop"));
        assertThat(config.interval().end()).isEqualTo(END);
        assertThat(config.model()).isEqualTo(new ModelChoice.Latest(END));
        assertThat(config.topN()).isEqualTo(100);
        assertThat(config.topNOfItems()).isEqualTo(50);
    }

    @Test
    void takesEverySetting() {
        PublishRecommendationsConfig config = read(
                "--tenant=all",
                "--interval-start=2026-03-01T00:00:00Z",
                "--interval-end=" + END,
                "--model-version=als-1",
                "--top-n=500",
                "--top-n-of-items=20");

        assertThat(config.job().tenants()).isEmpty();
        assertThat(config.interval().start()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(config.model()).isEqualTo(new ModelChoice.Exactly(new ModelVersion("als-1")));
        assertThat(config.topN()).isEqualTo(500);
        assertThat(config.topNOfItems()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--top-n=0", "--top-n=501", "--top-n-of-items=0", "--model-version=../other"})
    void refusesValuesThatCannotWork(String argument) {
        String value = argument.substring(argument.indexOf('=') + 1);

        assertThatThrownBy(() -> read("--tenant=shop", "--interval-end=" + END, argument))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("is '" + value + "'; allowed: 1 to");
    }

    private static PublishRecommendationsConfig read(String... arguments) {
        return Settings.read(
                        PublishRecommendationsJob.NAME,
                        new PublishRecommendationsOptions(),
                        List.of(arguments),
                        Map.of())
                .orElseThrow();
    }
}
