package dev.tandem.serving.demotion;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cache.FreshOrLastKnown;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What is demoted, remembered for seconds, and beyond that for as long as the store fails. */
public final class Demotion {
    private static final int MAX_TENANTS = 10_000;

    private final FreshOrLastKnown<TenantId, Demoted> demoted;

    /** Whether items that many are unhappy with are demoted. */
    public enum Choice {
        ON,
        OFF
    }

    public Demotion(DemotionStore store, Duration maxAge) {
        this.demoted = new FreshOrLastKnown<>(
                maxAge, MAX_TENANTS, tenant -> store.demoted(tenant).thenApply(Demoted::of));
    }

    /** Nothing is ever demoted. */
    public static Demotion none() {
        return new Demotion(tenant -> CompletableFuture.completedStage(Set.of()), Duration.ofDays(1));
    }

    /** The tenant's demoted items. */
    public CompletionStage<Demoted> demoted(TenantId tenant) {
        return demoted.get(tenant);
    }

    /** The same as last known, without asking the store; none where it was never asked. */
    public Demoted remembered(TenantId tenant) {
        return demoted.remembered(tenant).orElse(Demoted.NONE);
    }
}
