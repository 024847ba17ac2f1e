package dev.tandem.serving.recommendation;

import static dev.tandem.core.schema.Columns.USER_ID;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.live.UserLists;
import dev.tandem.serving.ranking.Filters;
import dev.tandem.serving.ranking.Filters.Choice;
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
 * {@code GET /v1/users/{user_id}/recommendations?limit=&category=&exclude=&in_stock=&include_purchased=&cursor=}: items for a
 * user, best first.
 *
 * <p>The live list unless the active model knows all that the user did, and then that model's list; for a user without either,
 * what is similar to the latest views, or else what trends. All are filled up with best sellers: of the category, where one
 * is given. {@code limit} is 1 to 100, 10 where absent. Items out of stock are left out unless {@code in_stock=false},
 * purchased ones unless {@code include_purchased=true}, which has no live list. An unknown user is no error. The answer's
 * {@code source} is {@code live}, {@code model}, {@code similar_items}, {@code trending}, {@code best_sellers} or
 * {@code none}. 400 for what cannot be used, 404 for an unknown tenant, 410 for a cursor whose lists
 * are gone, 503 when the store does not answer and nothing is in memory. What stands in from memory when the store does not
 * answer may have purchased items in it.
 */
public final class RecommendationHandler implements Handler {
    public static final String PATH = "/v1/users/{user_id}/recommendations";

    private static final String[] PARAMETERS = ListQuestion.parameters(Filters.INCLUDE_PURCHASED);

    private final TenantHeader header;
    private final Tenants tenants;
    private final UserLists lists;
    private final PurchaseStore purchases;
    private final Pages pages;
    private final Responder responder;

    public RecommendationHandler(
            TenantHeader header,
            Tenants tenants,
            UserLists lists,
            PurchaseStore purchases,
            Pages pages,
            Responder responder) {
        this.header = header;
        this.tenants = tenants;
        this.lists = lists;
        this.purchases = purchases;
        this.pages = pages;
        this.responder = responder;
    }

    @Override
    public void handle(Context ctx) {
        TenantId tenant = header.of(ctx);
        UserId user = new UserId(ctx.pathParam(USER_ID));
        ListQuestion question = ListQuestion.read(tenant, PATH, user.value(), QueryParameters.of(ctx, PARAMETERS));
        responder.send(
                ctx,
                tenants.ask(tenant, known -> pages.page(question, sources(question, user))),
                () -> pages.remembered(question, sources(question, user)),
                page -> {
                    ctx.header(Header.CACHE_CONTROL, CacheControl.NONE);
                    RankedAnswer.about(USER_ID, user.value(), page).write(ctx);
                });
    }

    private List<ListSource> sources(ListQuestion question, UserId user) {
        TenantId tenant = question.tenant();
        boolean leavesOut = question.filters().purchases() == Choice.LEAVE_OUT;
        String category = question.filters().category();
        return leavesOut
                ? lists.newForYou(tenant, user, category, () -> purchases.find(tenant, user))
                : lists.withPurchased(tenant, user, category);
    }
}
