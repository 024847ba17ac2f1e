package dev.tandem.serving.item;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The facts of items. */
public interface ItemStore {
    CompletionStage<Optional<Item>> find(TenantId tenant, ItemId item);
}
