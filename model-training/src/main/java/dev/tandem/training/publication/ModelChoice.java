package dev.tandem.training.publication;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.training.artefact.ModelRegistry;
import dev.tandem.training.artefact.RegisteredModel;
import java.time.Instant;

/** Which model a run publishes. */
sealed interface ModelChoice {
    /** The model chosen, or an INPUT failure that says how to come by one. */
    RegisteredModel find(ModelRegistry registry, TenantId tenant);

    /** The model of the latest interval that ends by {@code end}. */
    record Latest(Instant end) implements ModelChoice {
        @Override
        public RegisteredModel find(ModelRegistry registry, TenantId tenant) {
            return registry.latest(tenant, end)
                    .orElseThrow(() -> new TandemException(
                            FailureKind.INPUT,
                            "Tenant %s has no model of an interval that ends by %s. Run train-recommender for it first"
                                    .formatted(tenant, end)));
        }
    }

    /** The model of this very version. */
    record Exactly(ModelVersion version) implements ModelChoice {
        @Override
        public RegisteredModel find(ModelRegistry registry, TenantId tenant) {
            return registry.find(tenant, version)
                    .orElseThrow(() -> new TandemException(
                            FailureKind.INPUT,
                            "Tenant %s has no model %s. Leave --model-version out to publish its latest"
                                    .formatted(tenant, version)));
        }
    }
}
