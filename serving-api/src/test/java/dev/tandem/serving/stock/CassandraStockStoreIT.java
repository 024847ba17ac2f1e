package dev.tandem.serving.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.LeasedCassandra;
import org.junit.jupiter.api.Test;

class CassandraStockStoreIT extends StockStoreContract {
    private final StockStore store = new CassandraStockStore(LeasedCassandra.client());

    @Override
    StockStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, String... items) {
        for (String item : items) {
            LeasedCassandra.insert(CassandraTables.OUT_OF_STOCK_ITEMS, tenant.value(), item);
        }
    }

    @Test
    void moreItemsThanOnePageOfTheDriverHasAreAllRead() {
        TenantId large = new TenantId("large-shop");
        for (int i = 0; i < 5_100; i++) {
            put(large, "item-" + i);
        }

        assertThat(store.outOfStock(large).toCompletableFuture().join()).hasSize(5_100);
    }
}
