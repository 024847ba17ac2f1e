package dev.tandem.etl.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.settings.Settings;
import dev.tandem.etl.changes.SyncLimits;
import dev.tandem.etl.changes.SyncMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyncCatalogConfigTest {
    private static SyncCatalogConfig read(String... args) {
        return Settings.read(SyncCatalogJob.ID, new SyncCatalogOptions(), List.of(args), Map.of())
                .orElseThrow();
    }

    @Test
    void hasDefaults() {
        SyncCatalogConfig config = read("--tenant=shop", "--interval-end=2026-02-01T00:00:00Z");

        assertThat(config.mode()).isEqualTo(SyncMode.INCREMENTAL);
        assertThat(config.limits()).isEqualTo(new SyncLimits(4, 0));
        assertThat(config.interval().start()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
    }

    @Test
    void takesEverySetting() {
        SyncCatalogConfig config = read(
                "--tenant=shop",
                "--interval-start=2026-01-01T00:00:00Z",
                "--interval-end=2026-02-01T00:00:00Z",
                "--mode=full",
                "--postgres.readers=2",
                "--cassandra.max-rows-per-second=5000");

        assertThat(config.limits()).isEqualTo(new SyncLimits(2, 5000));
        assertThat(config.mode()).isEqualTo(SyncMode.FULL);
        assertThat(config.interval().start()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void anIntervalIsNoModeOfTheCatalogue() {
        assertThatThrownBy(() -> read("--tenant=shop", "--interval-end=2026-02-01T00:00:00Z", "--mode=interval"))
                .hasMessageContaining("--mode is 'interval'; allowed: incremental, full");
    }
}
