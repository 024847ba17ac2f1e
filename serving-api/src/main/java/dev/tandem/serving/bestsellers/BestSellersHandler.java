package dev.tandem.serving.bestsellers;

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
 * {@code GET /v1/best-sellers?category=&limit=&exclude=&in_stock=&cursor=}: what most buyers bought last month, best first.
 *
 * <p>{@code category} is the list over all categories, {@code *}, where absent; the others are as everywhere. A category in
 * which nothing was sold, or that there is not, has an empty list and source {@code none}: a shop's page for a new category
 * is no error. 400 for what cannot be used, 404 for an unknown tenant, 410 for a cursor whose list was replaced, 503 when
 * the store does not answer and the list is not in memory.
 */
public final class BestSellersHandler implements Handler {
    public static final String PATH = "/v1/best-sellers";

    private static final String[] PARAMETERS = ListQuestion.parameters();

    private final TenantHeader header;
    private final Tenants tenants;
    private final CategoryLists bestSellers;
    private final Pages pages;
    private final Responder responder;

    public BestSellersHandler(
            TenantHeader header, Tenants tenants, CategoryLists bestSellers, Pages pages, Responder responder) {
        this.header = header;
        this.tenants = tenants;
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
                    ctx.header(Header.CACHE_CONTROL, CacheControl.SHORT).header(Header.VARY, TenantHeader.NAME);
                    RankedAnswer.about(CATEGORY, category, page).write(ctx);
                });
    }

    private List<ListSource> sources(TenantId tenant, String category) {
        return List.of(bestSellers.source(tenant, category));
    }
}
