package dev.tandem.serving.item;

import static dev.tandem.core.schema.Columns.ITEM_ID;

import dev.tandem.core.failure.Shown;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.http.ErrorAnswer;
import dev.tandem.serving.http.ErrorCode;
import dev.tandem.serving.tenant.Tenants;
import java.util.concurrent.CompletionStage;

/** The items of tenants that exist. */
public final class Items {
    private final Tenants tenants;
    private final ItemStore store;

    public Items(Tenants tenants, ItemStore store) {
        this.tenants = tenants;
        this.store = store;
    }

    /** The facts of an item; fails with a 404 where there is no such tenant, or no such item in it. */
    public CompletionStage<Item> find(TenantId tenant, ItemId id) {
        return tenants.ask(tenant, known -> store.find(known, id))
                .thenApply(found -> found.orElseThrow(() -> unknown(tenant, id)));
    }

    private static ErrorAnswer unknown(TenantId tenant, ItemId id) {
        String shown = Shown.of(id.value());
        return ErrorAnswer.of(ErrorCode.UNKNOWN_ITEM, "Tenant '%s' has no item '%s'".formatted(tenant, shown))
                .with("field", ITEM_ID)
                .with("value", shown);
    }
}
