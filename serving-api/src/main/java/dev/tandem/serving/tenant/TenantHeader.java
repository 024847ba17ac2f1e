package dev.tandem.serving.tenant;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.http.ErrorAnswer;
import dev.tandem.serving.http.ErrorCode;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;

/** The header {@code Tandem-Tenant}, which says whose shop a request is about; without it, the default tenant's. */
public final class TenantHeader {
    public static final String NAME = "Tandem-Tenant";

    private final TenantId absent;

    /**
     * The header's reading.
     *
     * @param absent the tenant of requests without the header
     */
    public TenantHeader(TenantId absent) {
        this.absent = absent;
    }

    /** The tenant of a request; that there is one by this name is not yet said. */
    public TenantId of(Context ctx) {
        List<String> values = Collections.list(ctx.req().getHeaders(NAME));
        if (values.isEmpty()) {
            return absent;
        }
        if (values.size() > 1) {
            throw ErrorAnswer.of(ErrorCode.INVALID_PARAMETER, NAME + " is given more than once")
                    .with("field", NAME)
                    .with("allowed", "one value");
        }
        try {
            return new TenantId(values.get(0));
        } catch (TandemException e) {
            throw TandemException.invalid(NAME, values.get(0), e.details().getOrDefault("allowed", "a tenant's id"));
        }
    }
}
