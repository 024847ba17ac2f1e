package dev.tandem.serving.history;

import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.USER_ID;

import dev.tandem.core.shop.ItemId;
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
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * {@code GET /v1/users/{user_id}/history?limit=}: the items that a user looked at, each once, the latest first. Of the latest
 * 500 views; {@code limit} is 1 to 100, 10 where absent. An unknown user has an empty history.
 *
 * <p>{@code DELETE /v1/users/{user_id}/history/{item_id}}: takes an item out, with all of its views up to now, also those
 * that are still on their way; 204, whether there were any or not. A later view brings it back.
 *
 * <p>400 for what cannot be used, 404 for an unknown tenant, 503 when the store does not answer.
 */
public final class HistoryHandlers {
    public static final String PATH = "/v1/users/{user_id}/history";
    public static final String ITEM_PATH = PATH + "/{item_id}";

    private static final String LIMIT = "limit";
    private static final int MAX_LIMIT = 100;
    private static final int USUAL_LIMIT = 10;

    private final TenantHeader header;
    private final Tenants tenants;
    private final HistoryStore store;
    private final Clock clock;
    private final Responder responder;

    public HistoryHandlers(TenantHeader header, Tenants tenants, HistoryStore store, Clock clock, Responder responder) {
        this.header = header;
        this.tenants = tenants;
        this.store = store;
        this.clock = clock;
        this.responder = responder;
    }

    record History(String userId, List<Viewed> items) {}

    record Viewed(String itemId, String viewedAt) {}

    public void read(Context ctx) {
        TenantId tenant = header.of(ctx);
        UserId user = new UserId(ctx.pathParam(USER_ID));
        int limit = QueryParameters.of(ctx, LIMIT).number(LIMIT, 1, MAX_LIMIT, USUAL_LIMIT);
        responder.send(ctx, tenants.ask(tenant, known -> store.find(known, user)), history -> ctx.header(
                        Header.CACHE_CONTROL, CacheControl.NONE)
                .contentType(ContentType.JSON)
                .result(Json.bytes(new History(user.value(), latest(history, limit)))));
    }

    public void remove(Context ctx) {
        TenantId tenant = header.of(ctx);
        UserId user = new UserId(ctx.pathParam(USER_ID));
        ItemId item = new ItemId(ctx.pathParam(ITEM_ID));
        QueryParameters.of(ctx);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        responder.send(ctx, tenants.ask(tenant, known -> store.remove(known, user, item, now)), removed -> ctx.status(
                        HttpStatus.NO_CONTENT)
                .header(Header.CACHE_CONTROL, CacheControl.NONE));
    }

    private static List<Viewed> latest(ViewHistory history, int limit) {
        return history.items().stream()
                .limit(limit)
                .map(view -> new Viewed(view.itemId(), view.viewedAt().toString()))
                .toList();
    }
}
