package dev.tandem.serving.item;

import static dev.tandem.core.schema.Columns.ITEM_ID;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.Json;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.tenant.TenantHeader;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;

/**
 * {@code GET /v1/items/{item_id}}: the facts of one item.
 *
 * <p>400 for what cannot be used, 404 for an unknown item or tenant, 503 when the store does not answer.
 */
public final class ItemHandler implements Handler {
    public static final String PATH = "/v1/items/{item_id}";

    private final TenantHeader header;
    private final Items items;
    private final Responder responder;

    public ItemHandler(TenantHeader header, Items items, Responder responder) {
        this.header = header;
        this.items = items;
        this.responder = responder;
    }

    @Override
    public void handle(Context ctx) {
        TenantId tenant = header.of(ctx);
        ItemId id = new ItemId(ctx.pathParam(ITEM_ID));
        QueryParameters.of(ctx);
        responder.send(ctx, items.find(tenant, id), item -> ctx.header(Header.CACHE_CONTROL, CacheControl.SHORT)
                .header(Header.VARY, TenantHeader.NAME)
                .contentType(ContentType.JSON)
                .result(Json.bytes(item)));
    }
}
