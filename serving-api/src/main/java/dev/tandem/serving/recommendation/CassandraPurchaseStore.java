package dev.tandem.serving.recommendation;

import static dev.tandem.core.schema.Columns.CANCELLED_AT;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.KIND;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.OrderKind;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.PartitionLookup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The order lines that sync-orders brought to Cassandra; of a user with more than 5,000 lines the first by order. */
public final class CassandraPurchaseStore implements PurchaseStore {
    private static final int MAX_LINES = 5_000;

    private final PartitionLookup lines;

    public CassandraPurchaseStore(CassandraClient client) {
        this.lines =
                client.partition(CassandraTables.ORDER_LINES_BY_USER, List.of(ITEM_ID, KIND, CANCELLED_AT), MAX_LINES);
    }

    @Override
    public CompletionStage<Set<String>> find(TenantId tenant, UserId user) {
        return lines.find(CassandraPurchaseStore::kept, tenant.value(), user.value())
                .thenApply(Set::copyOf);
    }

    private static Optional<String> kept(Row line) {
        boolean isKept = OrderKind.SALE.word().equals(line.getString(1)) && line.isNull(2);
        return isKept ? Optional.ofNullable(line.getString(0)) : Optional.empty();
    }
}
