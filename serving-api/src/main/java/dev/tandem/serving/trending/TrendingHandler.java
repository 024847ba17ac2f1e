package dev.tandem.serving.trending;

import static dev.tandem.core.schema.Columns.CATEGORY;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.ranking.CategoryLists;
import dev.tandem.serving.ranking.Filters;
import dev.tandem.serving.ranking.ListQuestion;
import dev.tandem.serving.ranking.ListSource;
import dev.tandem.serving.ranking.Pages;
import dev.tandem.serving.ranking.RankedAnswer;
import dev.tandem.serving.tenant.TenantHeader;
import dev.tandem.serving.tenant.Tenants;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import java.util.List;

/**
 * {@code GET /v1/trending?category=&limit=&exclude=&in_stock=&cursor=}: what is looked at most lately, best first; filled up
 * with the best sellers of the category.
 *
 * <p>{@code category} is the list over all categories, {@code *}, where absent; the others are as everywhere. Where nobody
 * looked at anything lately the answer has best sellers alone, and says so; where there are none, it is empty with source
 * {@code none}. 400 for what cannot be used, 404 for an unknown tenant, 410 for a cursor whose list was replaced, 503 when the
 * store does not answer and no list is in memory.
 */
public final class TrendingHandler implements Handler {
    public static final String PATH = "/v1/trending";

    private static final String[] PARAMETERS = ListQuestion.parameters();

    private final TenantHeader header;
    private final Tenants tenants;
    private final CategoryLists trending;
    private final CategoryLists bestSellers;
    private final Pages pages;
    private final Responder responder;

    public TrendingHandler(
            TenantHeader header,
            Tenants tenants,
            CategoryLists trending,
            CategoryLists bestSellers,
            Pages pages,
            Responder responder) {
        this.header = header;
        this.tenants = tenants;
        this.trending = trending;
        this.bestSellers = bestSellers;
        this.pages = pages;
        this.responder = responder;
    }

    @Override
    public void handle(Context ctx) {
        TenantId tenant = header.of(ctx);
        QueryParameters query = QueryParameters.of(ctx, PARAMETERS);
        String category = Filters.read(query).category();
        ListQuestion question = ListQuestion.read(tenant, PATH, category, query).ofAnyCategory();
        responder.send(
                ctx,
                tenants.ask(tenant, known -> pages.page(question, sources(known, category))),
                () -> pages.remembered(question, sources(tenant, category)),
                page -> {
                    ctx.header(Header.CACHE_CONTROL, CacheControl.NONE);
                    RankedAnswer.about(CATEGORY, category, page).write(ctx);
                });
    }

    private List<ListSource> sources(TenantId tenant, String category) {
        return List.of(trending.source(tenant, category), bestSellers.source(tenant, category));
    }
}
