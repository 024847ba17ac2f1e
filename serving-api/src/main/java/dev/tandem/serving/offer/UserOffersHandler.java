package dev.tandem.serving.offer;

import static dev.tandem.core.schema.Columns.USER_ID;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.Json;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.tenant.TenantHeader;
import dev.tandem.serving.tenant.Tenants;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import java.util.List;

/**
 * {@code GET /v1/users/{user_id}/offers?limit=}: what a user was offered in answer to critical feedback, newest first, each as
 * it was first sent; {@code limit} is 1 to 100, 10 where absent. An unknown user has no offers.
 *
 * <p>400 for what cannot be used, 404 for an unknown tenant, 503 when the store does not answer.
 */
public final class UserOffersHandler implements Handler {
    public static final String PATH = "/v1/users/{user_id}/offers";

    private static final String LIMIT = "limit";
    private static final int USUAL_LIMIT = 10;

    private final TenantHeader header;
    private final Tenants tenants;
    private final OfferStore store;
    private final Responder responder;

    public UserOffersHandler(TenantHeader header, Tenants tenants, OfferStore store, Responder responder) {
        this.header = header;
        this.tenants = tenants;
        this.store = store;
        this.responder = responder;
    }

    record UserOffers(String userId, List<RawValue> offers) {}

    @Override
    public void handle(Context ctx) {
        TenantId tenant = header.of(ctx);
        UserId user = new UserId(ctx.pathParam(USER_ID));
        int limit = QueryParameters.of(ctx, LIMIT).number(LIMIT, 1, OfferStore.MAX_OFFERS, USUAL_LIMIT);
        responder.send(ctx, tenants.ask(tenant, known -> store.find(known, user)), offers -> ctx.header(
                        Header.CACHE_CONTROL, CacheControl.NONE)
                .contentType(ContentType.JSON)
                .result(Json.bytes(new UserOffers(
                        user.value(),
                        offers.stream().limit(limit).map(RawValue::new).toList()))));
    }
}
