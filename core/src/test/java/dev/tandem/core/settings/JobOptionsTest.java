package dev.tandem.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.shop.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Mixin;

class JobOptionsTest {
    record Work(Optional<TenantId> tenant, DataInterval interval) {}

    static final class WorkOptions implements SettingsSource<Work> {
        @Mixin
        private final TenantOption tenant = new TenantOption();

        @Mixin
        private final IntervalOptions interval = new IntervalOptions();

        @Override
        public Work toSettings() {
            return new Work(tenant.toTenant(), interval.toInterval(Duration.ofDays(30)));
        }
    }

    private static Work read(String... args) {
        return Settings.read("work", new WorkOptions(), List.of(args), Map.of()).orElseThrow();
    }

    @Test
    void anIntervalMayBeGivenByItsEndAlone() {
        Work work = read("--tenant=shop", "--interval-end=2026-01-31T00:00:00Z");

        assertThat(work.tenant()).contains(new TenantId("shop"));
        assertThat(work.interval())
                .isEqualTo(
                        new DataInterval(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-31T00:00:00Z")));
    }

    @Test
    void anIntervalMayBeGivenByBothItsEnds() {
        Work work =
                read("--tenant=all", "--interval-start=2026-01-30T00:00:00Z", "--interval-end=2026-01-31T00:00:00Z");

        assertThat(work.tenant()).isEmpty();
        assertThat(work.interval().start()).isEqualTo(Instant.parse("2026-01-30T00:00:00Z"));
    }

    @Test
    void tenantAndEndMustBeGivenAndAreBothAskedFor() {
        assertThatThrownBy(() -> read()).hasMessageContaining("--tenant").hasMessageContaining("--interval-end");
    }

    @Test
    void anIntervalThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> read(
                        "--tenant=shop",
                        "--interval-start=2026-02-01T00:00:00Z",
                        "--interval-end=2026-01-31T00:00:00Z"))
                .hasMessageContaining("an instant before interval-end 2026-01-31T00:00:00Z");
    }
}
