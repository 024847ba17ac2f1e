package dev.tandem.serving.tenant;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cache.FreshOrLastKnown;
import dev.tandem.serving.http.ErrorAnswer;
import dev.tandem.serving.http.ErrorCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The tenants that exist, remembered for seconds. */
public final class Tenants {
    private static final int MAX_REMEMBERED = 10_000;

    private final FreshOrLastKnown<TenantId, Boolean> exists;

    public Tenants(TenantStore store, Duration maxAge) {
        this.exists = new FreshOrLastKnown<>(maxAge, MAX_REMEMBERED, store::exists);
    }

    /** Asks a question in the name of a tenant; one that does not exist gets a 404 in place of an answer. */
    public <T> CompletionStage<T> ask(TenantId tenant, Function<TenantId, CompletionStage<T>> question) {
        return exists.get(tenant)
                .thenCompose(known -> known ? question.apply(tenant) : CompletableFuture.failedStage(unknown(tenant)));
    }

    private static ErrorAnswer unknown(TenantId tenant) {
        return ErrorAnswer.of(
                        ErrorCode.UNKNOWN_TENANT,
                        "There is no tenant '%s'; header %s names one, and sync-catalog brings new ones"
                                .formatted(tenant, TenantHeader.NAME))
                .with("field", TenantHeader.NAME)
                .with("value", tenant.value());
    }
}
