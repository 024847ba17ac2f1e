package dev.tandem.etl.orders;

import static dev.tandem.core.schema.CassandraTables.ANONYMOUS_ORDER_LINES_BY_ORDER;
import static dev.tandem.core.schema.CassandraTables.ORDER_LINES_BY_USER;
import static dev.tandem.core.schema.Columns.ORDER_ID;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.USER_ID;
import static org.apache.spark.sql.functions.col;

import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.shop.TenantId;
import dev.tandem.etl.changes.TableSync;
import dev.tandem.runtime.cassandra.CassandraSink;
import dev.tandem.runtime.cassandra.CassandraSource;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The two tables that hold order lines in Cassandra; a line is in one of them, by whether its buyer is known. */
final class OrderTables {
    private final CassandraSource source;
    private final CassandraSink sink;

    OrderTables(SparkSession spark, CassandraSettings settings) {
        this.source = new CassandraSource(spark, settings);
        this.sink = new CassandraSink(settings);
    }

    /** What the tables hold now of that which is compared. */
    record Lines(Dataset<Row> ofUsers, Dataset<Row> ofAnonymous) {
        long count() {
            return ofUsers.count() + ofAnonymous.count();
        }
    }

    /** All lines of a tenant. Cost: a scan of both tables. */
    Lines read(TenantId tenant) {
        return new Lines(source.read(ORDER_LINES_BY_USER, tenant), source.read(ANONYMOUS_ORDER_LINES_BY_ORDER, tenant));
    }

    /** The lines of some orders, each at the buyer that it is given with. Cost: one read an order and buyer. */
    Lines find(Dataset<Row> orders) {
        return new Lines(
                source.find(
                        orders.where(col(USER_ID).isNotNull()).select(TENANT_ID, USER_ID, ORDER_ID),
                        ORDER_LINES_BY_USER),
                source.find(
                        orders.where(col(USER_ID).isNull()).select(TENANT_ID, ORDER_ID),
                        ANONYMOUS_ORDER_LINES_BY_ORDER));
    }

    /** Makes the tables hold the lines of these orders instead of the current ones. */
    TableSync.Outcome write(Dataset<Row> orders, Lines current) {
        TableSync sync = new TableSync(sink);
        return sync.apply(OrderLines.ofUsers(orders, ORDER_LINES_BY_USER), current.ofUsers(), ORDER_LINES_BY_USER)
                .plus(sync.apply(
                        OrderLines.ofAnonymous(orders, ANONYMOUS_ORDER_LINES_BY_ORDER),
                        current.ofAnonymous(),
                        ANONYMOUS_ORDER_LINES_BY_ORDER));
    }
}
