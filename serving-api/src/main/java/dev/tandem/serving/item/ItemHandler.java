package dev.tandem.serving.item;

import static dev.tandem.core.schema.Columns.ITEM_ID;

import dev.tandem.core.failure.Shown;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.ErrorAnswer;
import dev.tandem.serving.http.ErrorCode;
import dev.tandem.serving.http.Json;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.tenant.TenantHeader;
import dev.tandem.serving.tenant.Tenants;
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
    private final Tenants tenants;
    private final ItemStore store;
    private final Responder responder;

    public ItemHandler(TenantHeader header, Tenants tenants, ItemStore store, Responder responder) {
        this.header = header;
        this.tenants = tenants;
        this.store = store;
        this.responder = responder;
    }

    @Override
    public void handle(Context ctx) {
        TenantId tenant = header.of(ctx);
        ItemId id = new ItemId(ctx.pathParam(ITEM_ID));
        QueryParameters.of(ctx);
        responder.send(ctx, tenants.ask(tenant, known -> store.find(known, id)), found -> {
            Item item = found.orElseThrow(() -> unknown(tenant, id));
            ctx.header(Header.CACHE_CONTROL, CacheControl.SHORT)
                    .header(Header.VARY, TenantHeader.NAME)
                    .contentType(ContentType.JSON)
                    .result(Json.bytes(item));
        });
    }

    private static ErrorAnswer unknown(TenantId tenant, ItemId id) {
        String shown = Shown.of(id.value());
        return ErrorAnswer.of(ErrorCode.UNKNOWN_ITEM, "Tenant '%s' has no item '%s'".formatted(tenant, shown))
                .with("field", ITEM_ID)
                .with("value", shown);
    }
}
