package dev.tandem.training.publication;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.training.artefact.ModelRegistry;
import dev.tandem.training.artefact.RegisteredModel;
import java.time.Instant;
import java.util.Optional;

/** Which model a run publishes. */
sealed interface ModelChoice {
    /** The model chosen, none where there is nothing to publish, or an INPUT failure that says how to come by one. */
    Optional<RegisteredModel> find(ModelRegistry registry, TenantId tenant);

    /**
     * The good model of the latest interval that ends by {@code end}; none where the quality gate refused all. One that was
     * served once and is not now was left by a person, in a rollback or for another: it does not come back by itself.
     */
    record Latest(Instant end) implements ModelChoice {
        @Override
        public Optional<RegisteredModel> find(ModelRegistry registry, TenantId tenant) {
            if (!registry.hasAny(tenant, end)) {
                throw new TandemException(
                        FailureKind.INPUT,
                        "Tenant %s has no model of an interval that ends by %s. Run train-recommender for it first"
                                .formatted(tenant, end));
            }
            return registry.latest(tenant, end).filter(model -> !registry.wasLeft(model));
        }
    }

    /** The model of this very version. */
    record Exactly(ModelVersion version) implements ModelChoice {
        @Override
        public Optional<RegisteredModel> find(ModelRegistry registry, TenantId tenant) {
            Optional<RegisteredModel> model = registry.find(tenant, version);
            if (model.isEmpty()) {
                throw new TandemException(
                        FailureKind.INPUT,
                        "Tenant %s has no model %s. Leave --model-version out to publish its latest"
                                .formatted(tenant, version));
            }
            return model;
        }
    }
}
