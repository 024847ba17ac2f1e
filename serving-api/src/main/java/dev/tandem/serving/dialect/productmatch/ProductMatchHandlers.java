package dev.tandem.serving.dialect.productmatch;

import static dev.tandem.serving.dialect.productmatch.ProductMatchHeader.PRODUCT;
import static dev.tandem.serving.dialect.productmatch.ProductMatchHeader.USER;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.history.HistoryStore;
import dev.tandem.serving.history.ItemView;
import dev.tandem.serving.history.ViewHistory;
import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.tenant.Tenants;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * {@code GET /api/v1/user_nav_history_latest_products/} with header {@code user-id}: the last ten different products that the
 * user looked at, newest first.
 *
 * <p>{@code DELETE} of the same with headers {@code user-id} and {@code product-id}: takes a product out of the history.
 *
 * <p>{@code GET /api/v1/user_history_recommendations/} with header {@code user-id}: ten products by {@link
 * ProductMatchRecommendations}.
 *
 * <p>Fewer than five products are none. With and without a slash at the end; the query is not looked at. 400 and
 * {@code {"Error":…}} for what is missing or cannot be used, 405 for other methods; what has no form there (no such tenant,
 * no store) has Tandem's.
 */
public final class ProductMatchHandlers {
    public static final String HISTORY_PATH = "/api/v1/user_nav_history_latest_products";
    public static final String RECOMMENDATIONS_PATH = "/api/v1/user_history_recommendations";

    /** How many products there are in an answer at the most. */
    static final int MAX_PRODUCTS = 10;

    private static final int MIN_PRODUCTS = 5;
    private static final String PERSONALIZED = "personalized";
    private static final String NON_PERSONALIZED = "non-personalized";

    private final TenantId tenant;
    private final Tenants tenants;
    private final HistoryStore histories;
    private final ProductMatchRecommendations recommendations;
    private final Clock clock;
    private final Responder responder;

    /**
     * The endpoints.
     *
     * @param tenant whose shop all of their requests are about
     */
    public ProductMatchHandlers(
            TenantId tenant,
            Tenants tenants,
            HistoryStore histories,
            ProductMatchRecommendations recommendations,
            Clock clock,
            Responder responder) {
        this.tenant = tenant;
        this.tenants = tenants;
        this.histories = histories;
        this.recommendations = recommendations;
        this.clock = clock;
        this.responder = responder;
    }

    public void latest(Context ctx) {
        translated(ctx, () -> {
            UserId user = ProductMatchHeader.read(ctx, USER, UserId::new);
            responder.send(
                    ctx,
                    tenants.ask(tenant, known -> histories.find(known, user)),
                    history -> products(ctx, user, latest(history), PERSONALIZED));
        });
    }

    public void remove(Context ctx) {
        translated(ctx, () -> {
            UserId user = ProductMatchHeader.read(ctx, USER, UserId::new);
            ItemId product = ProductMatchHeader.read(ctx, PRODUCT, ItemId::new);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            responder.send(
                    ctx,
                    tenants.ask(tenant, known -> histories.remove(known, user, product, now)),
                    removed -> answer(ctx, HttpStatus.OK, object().put("Message", "Transaction completed!")));
        });
    }

    public void recommend(Context ctx) {
        translated(ctx, () -> {
            UserId user = ProductMatchHeader.read(ctx, USER, UserId::new);
            responder.send(
                    ctx,
                    tenants.ask(tenant, known -> histories.find(known, user).thenCompose(history -> recommendations
                            .of(known, history)
                            .thenApply(products -> new Recommended(products, !history.isEmpty())))),
                    found -> products(
                            ctx, user, found.products(), found.isPersonalized() ? PERSONALIZED : NON_PERSONALIZED));
        });
    }

    /** Refuses a method, in the words of the framework that its clients know. */
    public static void refuseMethod(Context ctx, String allowed) {
        ctx.header(Header.ALLOW, allowed);
        answer(
                ctx,
                HttpStatus.METHOD_NOT_ALLOWED,
                object().put("detail", "Method \"%s\" not allowed.".formatted(ctx.method())));
    }

    private record Recommended(List<String> products, boolean isPersonalized) {}

    private static void translated(Context ctx, Runnable request) {
        try {
            request.run();
        } catch (ProductMatchRefusal refusal) {
            answer(ctx, HttpStatus.BAD_REQUEST, object().put("Error", refusal.getMessage()));
        }
    }

    private static List<String> latest(ViewHistory history) {
        return history.items().stream()
                .limit(MAX_PRODUCTS)
                .map(ItemView::itemId)
                .toList();
    }

    private static void products(Context ctx, UserId user, List<String> products, String type) {
        ObjectNode body = object().put(USER, user.value());
        List<String> shown = products.size() < MIN_PRODUCTS ? List.of() : products;
        shown.forEach(body.putArray("products")::add);
        answer(ctx, HttpStatus.OK, body.put("type", type));
    }

    private static void answer(Context ctx, HttpStatus status, ObjectNode body) {
        ctx.status(status)
                .header(Header.CACHE_CONTROL, CacheControl.NONE)
                .contentType(ContentType.JSON)
                .result(body.toString());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
