package dev.tandem.local.launcher.models;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.recommendation.Promotion;
import dev.tandem.core.recommendation.ServedVersions;
import dev.tandem.core.shop.TenantId;
import java.time.Instant;
import java.util.Optional;

/** Changes which of a tenant's models is served: one row in Cassandra and one in the log, or neither. */
final class ModelSwitch {
    private static final int USERS_ASKED = 5;

    private final TenantId tenant;
    private final RegistryTables registry;
    private final ServedModel served;

    ModelSwitch(TenantId tenant, RegistryTables registry, ServedModel served) {
        this.tenant = tenant;
        this.registry = registry;
        this.served = served;
    }

    /** Serves a version that passed the quality gate and is published; false where it is served already. */
    boolean promote(String version, Instant now) {
        // Whether it has lists is read after the wait: clean-up may have taken them meanwhile.
        registry.lock();
        return promote(registry.model(version), now);
    }

    /** Serves a published version, whatever the quality gate made of it; false where it is served already. */
    boolean promoteByForce(String version, Instant now) {
        registry.lock();
        return serve(registry.model(version), Promotion.PROMOTE, now);
    }

    /** Serves the version that was served before the current one, and names it. */
    String rollBack(Instant now) {
        registry.lock();
        ServedVersions versions = ServedVersions.after(registry.promotions());
        String previous = versions.previous()
                .orElseThrow(() -> new TandemException(
                        FailureKind.INPUT,
                        "No model of tenant %s was served before %s; './tandem models promote VERSION' serves another"
                                .formatted(tenant, versions.current().orElse("now"))));
        serve(registry.model(previous), Promotion.ROLLBACK, now);
        return previous;
    }

    private boolean promote(Model model, Instant now) {
        if (model.isRefused()) {
            throw new TandemException(
                    FailureKind.QUALITY_GATE,
                    "The quality gate refused model %s: %s. --force serves it nevertheless"
                            .formatted(model.version(), String.join("; ", model.reasons())));
        }
        return serve(model, Promotion.PROMOTE, now);
    }

    private boolean serve(Model model, String cause, Instant now) {
        if (served.version().equals(Optional.of(model.version()))) {
            return false;
        }
        if (model.publishedAt().isEmpty()
                || !served.hasLists(model.version(), registry.someUsersOf(model, USERS_ASKED))) {
            throw new TandemException(
                    FailureKind.INPUT,
                    ("Model %s has no lists in Cassandra. This makes them, and serves it: ./tandem run"
                                    + " publish-recommendations --tenant=%s --model-version=%1$s")
                            .formatted(model.version(), tenant));
        }
        registry.log(new Promotion(model.version(), cause, now));
        served.serve(model, now);
        registry.commit();
        return true;
    }
}
