package dev.tandem.serving.stock;

import static dev.tandem.core.schema.Columns.ITEM_ID;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.PartitionLookup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The items out of stock that sync-catalog brought to Cassandra; of more than 100,000 the first by id. */
public final class CassandraStockStore implements StockStore {
    private static final int MAX_ITEMS = 100_000;

    private final PartitionLookup outOfStock;

    public CassandraStockStore(CassandraClient client) {
        this.outOfStock = client.partition(CassandraTables.OUT_OF_STOCK_ITEMS, List.of(ITEM_ID), MAX_ITEMS);
    }

    @Override
    public CompletionStage<Set<String>> outOfStock(TenantId tenant) {
        return outOfStock
                .find(row -> Optional.ofNullable(row.getString(0)), tenant.value())
                .thenApply(Set::copyOf);
    }
}
