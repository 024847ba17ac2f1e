package dev.tandem.serving.ranking;

import static dev.tandem.core.schema.Columns.CATEGORY;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.tenant.TenantHeader;
import dev.tandem.serving.tenant.Tenants;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import java.util.List;

/**
 * {@code GET PATH?category=&limit=&exclude=&in_stock=&cursor=}: everybody's list of a category, best first, filled up from
 * further ones.
 *
 * <p>{@code category} is the list over all categories, {@code *}, where absent; the others are as everywhere. Where the first
 * list has nothing, the answer is of the next and says so; where none has, as in a category that there is not, it is empty with
 * source {@code none}: a shop's page for a new category is no error. 400 for what cannot be used, 404 for an unknown tenant,
 * 410 for a cursor whose list was replaced, 503 when the store does not answer and no list is in memory.
 */
public final class CategoryListHandler implements Handler {
    /** What most buyers bought last month. */
    public static final String BEST_SELLERS_PATH = "/v1/best-sellers";

    /** What is looked at most lately. */
    public static final String TRENDING_PATH = "/v1/trending";

    private static final String[] PARAMETERS = ListQuestion.parameters();

    private final String path;
    private final List<CategoryLists> lists;
    private final String cacheControl;
    private final TenantHeader header;
    private final Tenants tenants;
    private final Pages pages;
    private final Responder responder;

    /**
     * @param lists the one that is asked for, and those that stand in for it, in their order
     * @param cacheControl one of {@link dev.tandem.serving.http.CacheControl}
     */
    public CategoryListHandler(
            String path,
            List<CategoryLists> lists,
            String cacheControl,
            TenantHeader header,
            Tenants tenants,
            Pages pages,
            Responder responder) {
        this.path = path;
        this.lists = List.copyOf(lists);
        this.cacheControl = cacheControl;
        this.header = header;
        this.tenants = tenants;
        this.pages = pages;
        this.responder = responder;
    }

    @Override
    public void handle(Context ctx) {
        TenantId tenant = header.of(ctx);
        QueryParameters query = QueryParameters.of(ctx, PARAMETERS);
        String category = Filters.read(query).category();
        ListQuestion question = ListQuestion.read(tenant, path, category, query).ofAnyCategory();
        responder.send(
                ctx,
                tenants.ask(tenant, known -> pages.page(question, sources(known, category))),
                () -> pages.remembered(question, sources(tenant, category)),
                page -> {
                    ctx.header(Header.CACHE_CONTROL, cacheControl).header(Header.VARY, TenantHeader.NAME);
                    RankedAnswer.about(CATEGORY, category, page).write(ctx);
                });
    }

    private List<ListSource> sources(TenantId tenant, String category) {
        return lists.stream().map(list -> list.source(tenant, category)).toList();
    }
}
