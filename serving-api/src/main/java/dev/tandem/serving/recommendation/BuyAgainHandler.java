package dev.tandem.serving.recommendation;

import static dev.tandem.core.schema.Columns.USER_ID;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.published.ListKind;
import dev.tandem.serving.published.PublishedLists;
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
 * {@code GET /v1/users/{user_id}/buy-again?limit=&category=&exclude=&in_stock=&cursor=}: what the user has bought before, by
 * how likely it is to be bought again.
 *
 * <p>Nothing else can be bought again, so nothing fills this list: a user without purchases, or unknown, gets an empty one
 * with source {@code none}. 400 for what cannot be used, 404 for an unknown tenant, 410 for a cursor whose list is gone, 503
 * when the store does not answer.
 */
public final class BuyAgainHandler implements Handler {
    public static final String PATH = "/v1/users/{user_id}/buy-again";

    private static final String[] PARAMETERS = ListQuestion.parameters();

    private final TenantHeader header;
    private final Tenants tenants;
    private final PublishedLists lists;
    private final Pages pages;
    private final Responder responder;

    public BuyAgainHandler(
            TenantHeader header, Tenants tenants, PublishedLists lists, Pages pages, Responder responder) {
        this.header = header;
        this.tenants = tenants;
        this.lists = lists;
        this.pages = pages;
        this.responder = responder;
    }

    @Override
    public void handle(Context ctx) {
        TenantId tenant = header.of(ctx);
        UserId user = new UserId(ctx.pathParam(USER_ID));
        ListQuestion question = ListQuestion.read(tenant, PATH, user.value(), QueryParameters.of(ctx, PARAMETERS));
        List<ListSource> sources = List.of(lists.source(tenant, ListKind.BUY_AGAIN, user.value()));
        responder.send(
                ctx,
                tenants.ask(tenant, known -> pages.page(question, sources)),
                () -> pages.remembered(question, sources),
                page -> {
                    ctx.header(Header.CACHE_CONTROL, CacheControl.NONE);
                    RankedAnswer.about(USER_ID, user.value(), page).write(ctx);
                });
    }
}
