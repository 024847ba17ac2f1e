package dev.tandem.training.interactions;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.OrderKind;
import dev.tandem.runtime.testing.Rows;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Order lines of a tenant, written in a test as the lines that matter to it. */
public final class OrderLines {
    private final String tenant;
    private final Rows rows;
    private final int count;

    private OrderLines(String tenant, Rows rows, int count) {
        this.tenant = tenant;
        this.rows = rows;
        this.count = count;
    }

    public static OrderLines of(String tenant) {
        return new OrderLines(tenant, Rows.of(CassandraTables.ORDER_LINES_BY_USER), 0);
    }

    /** These lines and one that was sold and kept. */
    public OrderLines sale(String user, String order, String item, String orderedAt) {
        return line(user, order, item, orderedAt, OrderKind.SALE, 1, null);
    }

    /** These lines and one that was sold many times over. */
    public OrderLines sale(String user, String order, String item, String orderedAt, int quantity) {
        return line(user, order, item, orderedAt, OrderKind.SALE, quantity, null);
    }

    /** These lines and one of a sale that was called off later. */
    public OrderLines calledOff(String user, String order, String item, String orderedAt, String cancelledAt) {
        return line(user, order, item, orderedAt, OrderKind.SALE, 1, Timestamp.from(Instant.parse(cancelledAt)));
    }

    /** These lines and one that was given back. */
    public OrderLines givenBack(String user, String order, String item, String orderedAt) {
        return givenBack(user, order, item, orderedAt, 1);
    }

    /** These lines and one that was given back many times over. */
    public OrderLines givenBack(String user, String order, String item, String orderedAt, int quantity) {
        return line(user, order, item, orderedAt, OrderKind.CANCELLATION, quantity, null);
    }

    public Dataset<Row> toDataset(SparkSession spark) {
        return rows.toDataset(spark);
    }

    private OrderLines line(
            String user,
            String order,
            String item,
            String orderedAt,
            OrderKind kind,
            int quantity,
            @Nullable Timestamp cancelledAt) {
        Rows more = rows.row(
                tenant,
                user,
                order,
                count + 1,
                item,
                quantity,
                new BigDecimal("2.50"),
                Timestamp.from(Instant.parse(orderedAt)),
                kind.word(),
                cancelledAt);
        return new OrderLines(tenant, more, count + 1);
    }
}
