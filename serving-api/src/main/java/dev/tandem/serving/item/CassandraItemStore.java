package dev.tandem.serving.item;

import static dev.tandem.core.schema.Columns.ATTRIBUTES;
import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.IN_STOCK;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.NAME;
import static dev.tandem.core.schema.Columns.PRICE;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.Lookup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The facts of items that sync-catalog brought to Cassandra. */
public final class CassandraItemStore implements ItemStore {
    private final Lookup items;

    public CassandraItemStore(CassandraClient client) {
        this.items =
                client.lookup(CassandraTables.ITEMS, List.of(ITEM_ID, NAME, CATEGORY, PRICE, IN_STOCK, ATTRIBUTES));
    }

    @Override
    public CompletionStage<Optional<Item>> find(TenantId tenant, ItemId item) {
        return items.find(tenant.value(), item.value()).thenApply(row -> row.map(found -> item(item, found)));
    }

    private static Item item(ItemId id, Row row) {
        Map<String, String> attributes = row.getMap(ATTRIBUTES, String.class, String.class);
        return new Item(
                id.value(),
                row.getString(NAME),
                row.getString(CATEGORY),
                row.getBigDecimal(PRICE),
                row.isNull(IN_STOCK) ? null : row.getBoolean(IN_STOCK),
                attributes == null ? Map.of() : attributes);
    }
}
