package dev.tandem.etl.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.settings.Settings;
import dev.tandem.core.shop.TenantId;
import dev.tandem.etl.changes.SyncLimits;
import dev.tandem.etl.changes.SyncMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyncOrdersConfigTest {
    private static SyncOrdersConfig read(String... args) {
        return Settings.read(SyncOrdersJob.ID, new SyncOrdersOptions(), List.of(args), Map.of())
                .orElseThrow();
    }

    @Test
    void hasDefaults() {
        SyncOrdersConfig config = read("--tenant=all", "--interval-end=2026-02-01T00:00:00Z");

        assertThat(config.job().tenants()).isEmpty();
        assertThat(config.mode()).isEqualTo(SyncMode.INCREMENTAL);
        assertThat(config.limits()).isEqualTo(new SyncLimits(4, 0));
        assertThat(config.interval())
                .isEqualTo(
                        new DataInterval(Instant.parse("2026-01-31T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z")));
    }

    @Test
    void takesEverySetting() {
        SyncOrdersConfig config = read(
                "--tenant=shop",
                "--interval-start=2026-01-01T00:00:00Z",
                "--interval-end=2026-02-01T00:00:00Z",
                "--mode=interval",
                "--postgres.readers=2",
                "--cassandra.max-rows-per-second=5000");

        assertThat(config.job().tenants()).containsExactly(new TenantId("shop"));
        assertThat(config.mode()).isEqualTo(SyncMode.INTERVAL);
        assertThat(config.limits()).isEqualTo(new SyncLimits(2, 5000));
        assertThat(config.interval().start()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void readersAreAtLeastOneAndNotCountless() {
        for (String readers : List.of("0", "65")) {
            assertThatThrownBy(() -> read(
                            "--tenant=shop", "--interval-end=2026-02-01T00:00:00Z", "--postgres.readers=" + readers))
                    .hasMessageContaining("--postgres.readers is '" + readers + "'; allowed: 1 to 64");
        }
    }

    @Test
    void aBoundIsNotNegative() {
        assertThatThrownBy(() -> read(
                        "--tenant=shop", "--interval-end=2026-02-01T00:00:00Z", "--cassandra.max-rows-per-second=-1"))
                .hasMessageContaining("--cassandra.max-rows-per-second is '-1'; allowed: 0 or more");
    }
}
