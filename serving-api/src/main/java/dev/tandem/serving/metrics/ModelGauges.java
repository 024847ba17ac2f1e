package dev.tandem.serving.metrics;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.published.ActiveModel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which model is active for each tenant that was asked for since the start, and how old what it knows is. */
final class ModelGauges {
    // Tenants are created by the shop's operator; the bound is for the reader of the metrics all the same.
    private static final int MAX_TENANTS = 200;

    private final MultiGauge versions;
    private final MultiGauge ages;
    private final Clock clock;

    ModelGauges(MeterRegistry registry, Clock clock) {
        this.versions = MultiGauge.builder("tandem.active.model")
                .description("1 for the model whose lists are served")
                .register(registry);
        this.ages = MultiGauge.builder("tandem.active.model.age")
                .description("Time since the last event that the active model knows")
                .baseUnit("seconds")
                .register(registry);
        this.clock = clock;
    }

    /** Sets the gauges; a version that is not active any more goes. */
    void set(Map<TenantId, ActiveModel> models) {
        List<Row<?>> versionRows = new ArrayList<>();
        List<Row<?>> ageRows = new ArrayList<>();
        models.entrySet().stream().limit(MAX_TENANTS).forEach(entry -> {
            Tags tenant = Tags.of("tenant", entry.getKey().value());
            ActiveModel model = entry.getValue();
            versionRows.add(Row.of(tenant.and("model_version", model.version().value()), 1));
            if (model.eventsUntil() != null) {
                ageRows.add(Row.of(
                        tenant,
                        Duration.between(model.eventsUntil(), clock.instant()).toSeconds()));
            }
        });
        versions.register(versionRows, true);
        ages.register(ageRows, true);
    }
}
