package dev.tandem.serving.bestsellers;

import static dev.tandem.core.schema.Columns.CATEGORY;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.recommendation.RecommendationSource;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.ranking.RankedAnswer;
import dev.tandem.serving.ranking.RankedList;
import dev.tandem.serving.tenant.TenantHeader;
import dev.tandem.serving.tenant.Tenants;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;

/**
 * {@code GET /v1/best-sellers?category=&limit=}: what most buyers bought last month, best first.
 *
 * <p>{@code category} is the list over all categories, {@code *}, where absent; {@code limit} is 1 to 100, 10 where absent.
 * A category in which nothing was sold, or that there is not, has an empty list and source {@code none}: a shop's page for
 * a new category is no error. 400 for what cannot be used, 404 for an unknown tenant, 503 when the store does not answer
 * and the list is not in memory.
 */
public final class BestSellersHandler implements Handler {
    public static final String PATH = "/v1/best-sellers";

    private static final int MAX_CATEGORY_LENGTH = 200;

    private final TenantHeader header;
    private final Tenants tenants;
    private final BestSellers bestSellers;
    private final Responder responder;

    public BestSellersHandler(TenantHeader header, Tenants tenants, BestSellers bestSellers, Responder responder) {
        this.header = header;
        this.tenants = tenants;
        this.bestSellers = bestSellers;
        this.responder = responder;
    }

    @Override
    public void handle(Context ctx) {
        TenantId tenant = header.of(ctx);
        QueryParameters query = QueryParameters.of(ctx, CATEGORY, "limit");
        String category = checked(query.find(CATEGORY).orElse(BestSellerStore.ALL_CATEGORIES));
        int limit = query.number("limit", 1, RankedAnswer.MAX_LIMIT, RankedAnswer.DEFAULT_LIMIT);
        responder.send(
                ctx,
                tenants.ask(tenant, known -> bestSellers.load(known, category)),
                () -> bestSellers.remembered(tenant, category),
                list -> {
                    ctx.header(Header.CACHE_CONTROL, CacheControl.SHORT).header(Header.VARY, TenantHeader.NAME);
                    new RankedAnswer(CATEGORY, category, source(list), list, limit).write(ctx);
                });
    }

    private static RecommendationSource source(RankedList list) {
        return list.isEmpty() ? RecommendationSource.NONE : RecommendationSource.BEST_SELLERS;
    }

    private static String checked(String category) {
        boolean fits = !category.isBlank() && category.length() <= MAX_CATEGORY_LENGTH;
        if (!fits || category.chars().anyMatch(Character::isISOControl)) {
            throw TandemException.invalid(
                    CATEGORY,
                    category,
                    "1 to " + MAX_CATEGORY_LENGTH + " characters, not all blank, no control characters");
        }
        return category;
    }
}
