package dev.tandem.serving.item;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.LeasedCassandra;

class CassandraItemStoreIT extends ItemStoreContract {
    private final ItemStore store = new CassandraItemStore(LeasedCassandra.client());

    @Override
    ItemStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, Item item) {
        LeasedCassandra.insert(
                CassandraTables.ITEMS,
                tenant.value(),
                item.itemId(),
                item.name(),
                item.category(),
                item.price(),
                item.inStock(),
                item.attributes());
    }
}
