package dev.tandem.etl.orders;

import static dev.tandem.core.schema.Columns.LINE_NUMBER;
import static dev.tandem.core.schema.Columns.USER_ID;
import static org.apache.spark.sql.functions.col;

import dev.tandem.core.schema.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Orders with their lines, parted into the tables that Cassandra has for them. */
final class OrderLines {
    private OrderLines() {}

    /** The lines of signed-in buyers, for {@code order_lines_by_user}; orders without a line give none. */
    static Dataset<Row> ofUsers(Dataset<Row> orders, Table table) {
        return orders.where(col(USER_ID).isNotNull().and(col(LINE_NUMBER).isNotNull()))
                .select(columns(table));
    }

    /** The lines of anonymous buyers, for {@code anonymous_order_lines_by_order}; orders without a line give none. */
    static Dataset<Row> ofAnonymous(Dataset<Row> orders, Table table) {
        return orders.where(col(USER_ID).isNull().and(col(LINE_NUMBER).isNotNull()))
                .select(columns(table));
    }

    private static Column[] columns(Table table) {
        return table.columnNames().stream().map(name -> col(name)).toArray(Column[]::new);
    }
}
