package dev.tandem.serving.health;

import dev.tandem.core.shop.TenantId;
import java.util.List;

/**
 * Something without which answers are poorer, or cannot be given.
 *
 * @param what a word for programs
 * @param message what that means, for people
 * @param next the command to type
 */
record Missing(String what, String message, String next) {
    static Missing cassandra() {
        return new Missing("cassandra", "Cassandra cannot be reached", "./tandem up");
    }

    static Missing schema(List<String> tables) {
        return new Missing("schema", "Cassandra has no table " + String.join(", ", tables), "./tandem up");
    }

    static Missing tenants() {
        return new Missing("tenants", "There is no tenant", "./tandem run sync-catalog --tenant=all");
    }

    static Missing bestSellers(TenantId tenant) {
        return new Missing(
                "best_sellers",
                "Tenant '%s' has no best sellers".formatted(tenant),
                "./tandem run build-best-sellers --tenant=%s".formatted(tenant));
    }

    static Missing activeModel(TenantId tenant) {
        return new Missing(
                "active_model",
                "Tenant '%s' has no active model".formatted(tenant),
                "./tandem run train-recommender --tenant=%1$s && ./tandem run publish-recommendations --tenant=%1$s"
                        .formatted(tenant));
    }
}
