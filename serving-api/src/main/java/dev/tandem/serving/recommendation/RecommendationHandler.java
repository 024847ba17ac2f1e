package dev.tandem.serving.recommendation;

import static dev.tandem.core.schema.Columns.USER_ID;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.ranking.FallbackList;
import dev.tandem.serving.ranking.RankedAnswer;
import dev.tandem.serving.tenant.TenantHeader;
import dev.tandem.serving.tenant.Tenants;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import java.time.Duration;

/**
 * {@code GET /v1/users/{user_id}/recommendations?limit=}: items for a user, best first.
 *
 * <p>{@code limit} is 1 to 100, 10 where absent. An unknown user is no error: the answer's {@code source} is {@code model},
 * {@code best_sellers} or {@code none}. 400 for what cannot be used, 404 for an unknown tenant, 503 when the store does not
 * answer and no best sellers are in memory.
 */
public final class RecommendationHandler implements Handler {
    public static final String PATH = "/v1/users/{user_id}/recommendations";

    private final TenantHeader header;
    private final Tenants tenants;
    private final Recommendations recommendations;
    private final Responder responder;

    public RecommendationHandler(
            TenantHeader header,
            Tenants tenants,
            RecommendationStore store,
            FallbackList fallback,
            Duration maxModelAge,
            Responder responder) {
        this.header = header;
        this.tenants = tenants;
        this.recommendations = new Recommendations(store, fallback, maxModelAge);
        this.responder = responder;
    }

    @Override
    public void handle(Context ctx) {
        TenantId tenant = header.of(ctx);
        UserId user = new UserId(ctx.pathParam(USER_ID));
        int limit =
                QueryParameters.of(ctx, "limit").number("limit", 1, RankedAnswer.MAX_LIMIT, RankedAnswer.DEFAULT_LIMIT);
        responder.send(
                ctx,
                tenants.ask(tenant, known -> recommendations.recommend(known, user)),
                () -> recommendations.remembered(tenant),
                found -> {
                    ctx.header(Header.CACHE_CONTROL, CacheControl.NONE);
                    new RankedAnswer(USER_ID, user.value(), found.source(), found.list(), limit).write(ctx);
                });
    }
}
