package dev.tandem.training.interactions;

import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.Columns.VIEWED_AT;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.cassandra.CassandraSource;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a tenant's users did, whatever the time. The rows that {@link #read} found stay in the executors' memory until it is
 * closed.
 *
 * @param orderLines columns of {@code order_lines_by_user}, of any kind
 * @param views {@code user_id}, {@code item_id}, {@code viewed_at}, of what users left in their history
 */
public record UserEvents(Dataset<Row> orderLines, Dataset<Row> views) implements AutoCloseable {
    /** Reads a tenant's events from Cassandra when they are first asked for. */
    public static UserEvents read(CassandraSource cassandra, TenantId tenant) {
        return new UserEvents(
                cassandra.read(CassandraTables.ORDER_LINES_BY_USER, tenant).persist(),
                Views.kept(
                                cassandra.read(CassandraTables.VIEWS_BY_USER, tenant),
                                cassandra.read(CassandraTables.HISTORY_REMOVALS_BY_USER, tenant))
                        .persist());
    }

    /** Orders of users who viewed nothing. */
    public static UserEvents ofOrders(Dataset<Row> orderLines) {
        return new UserEvents(orderLines, noViews(orderLines));
    }

    /** No views, in the columns of views. */
    static Dataset<Row> noViews(Dataset<Row> orderLines) {
        return orderLines
                .where(lit(false))
                .select(col(USER_ID), col(ITEM_ID), col(ORDERED_AT).as(VIEWED_AT));
    }

    @Override
    public void close() {
        orderLines.unpersist();
        views.unpersist();
    }
}
