package dev.tandem.etl.bestsellers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.settings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildBestSellersConfigTest {
    private static BuildBestSellersConfig read(String... args) {
        return Settings.read(BuildBestSellersJob.ID, new BuildBestSellersOptions(), List.of(args), Map.of())
                .orElseThrow();
    }

    @Test
    void hasDefaults() {
        BuildBestSellersConfig config = read("--tenant=shop", "--interval-end=2026-02-01T00:00:00Z");

        assertThat(config.limit()).isEqualTo(100);
        assertThat(config.interval().start()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
    }

    @Test
    void takesEverySetting() {
        BuildBestSellersConfig config = read(
                "--tenant=shop",
                "--interval-start=2026-01-30T00:00:00Z",
                "--interval-end=2026-02-01T00:00:00Z",
                "--limit=7");

        assertThat(config.limit()).isEqualTo(7);
        assertThat(config.interval().start()).isEqualTo(Instant.parse("2026-01-30T00:00:00Z"));
    }

    @Test
    void aLimitThatMakesNoListIsRefused() {
        assertThatThrownBy(() -> read("--tenant=shop", "--interval-end=2026-02-01T00:00:00Z", "--limit=0"))
                .hasMessageContaining("--limit is '0'; allowed: 1 to 1000");
    }

    @Test
    void theMonthIsTheCalendarsAndEndsWithTheInterval() {
        assertThat(read("--tenant=shop", "--interval-end=2026-03-31T06:00:00Z").month())
                .isEqualTo(
                        new DataInterval(Instant.parse("2026-02-28T06:00:00Z"), Instant.parse("2026-03-31T06:00:00Z")));
    }

    @Test
    void theVersionFollowsFromTheIntervalsEnd() {
        assertThat(read("--tenant=shop", "--interval-end=2026-02-01T06:30:00Z").version())
                .isEqualTo("best-sellers-20260201T063000Z");
    }
}
