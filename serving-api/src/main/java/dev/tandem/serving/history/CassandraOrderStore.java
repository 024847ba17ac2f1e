package dev.tandem.serving.history;

import static dev.tandem.core.schema.Columns.CANCELLED_AT;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.KIND;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static dev.tandem.core.schema.Columns.ORDER_ID;
import static dev.tandem.core.schema.Columns.QUANTITY;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.foldin.OrderLine;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.OrderKind;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.PartitionLookup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The order lines that sync-orders brought to Cassandra; of a user with more than 5,000 lines the first by order. */
public final class CassandraOrderStore implements OrderStore {
    private static final int MAX_LINES = 5_000;

    private final PartitionLookup lines;

    public CassandraOrderStore(CassandraClient client) {
        this.lines = client.partition(
                CassandraTables.ORDER_LINES_BY_USER,
                List.of(ORDER_ID, ITEM_ID, QUANTITY, ORDERED_AT, KIND, CANCELLED_AT),
                MAX_LINES);
    }

    @Override
    public CompletionStage<List<OrderLine>> find(TenantId tenant, UserId user) {
        return lines.find(CassandraOrderStore::line, tenant.value(), user.value());
    }

    private static Optional<OrderLine> line(Row row) {
        String order = row.getString(0);
        String item = row.getString(1);
        Instant at = row.getInstant(3);
        String kind = row.getString(4);
        return order == null || item == null || at == null || kind == null
                ? Optional.empty()
                : Optional.of(new OrderLine(order, item, row.getInt(2), at, OrderKind.of(kind), row.getInstant(5)));
    }
}
