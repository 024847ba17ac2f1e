package dev.tandem.etl.orders;

import static dev.tandem.core.schema.CassandraTables.ANONYMOUS_ORDER_LINES_BY_ORDER;
import static dev.tandem.core.schema.CassandraTables.ORDER_LINES_BY_USER;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.etl.Shop;
import dev.tandem.etl.changes.SyncLimits;
import dev.tandem.etl.changes.SyncMode;
import dev.tandem.runtime.job.JobReport;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** A shop with orders {@code o1} of user {@code u1}, {@code o2} of {@code u2} and {@code o3} of nobody, to be synced. */
record OrderedShop(Shop shop, SparkSession spark) {
    static OrderedShop open(SparkSession spark) {
        Shop shop = Shop.open();
        shop.order("o1", "u1", "i1", "2026-01-10T10:00:00.123456Z");
        shop.order("o2", "u2", "i2", "2026-01-11T10:00:00Z");
        shop.order("o3", "", "i3", "2026-01-12T10:00:00Z");
        return new OrderedShop(shop, spark);
    }

    JobReport sync(SyncMode mode) {
        return sync(mode, Shop.DAY);
    }

    JobReport sync(SyncMode mode, DataInterval interval) {
        return SyncOrdersJob.run(
                shop.context(SyncOrdersJob.ID, spark),
                new SyncOrdersConfig(shop.settings(), interval, mode, new SyncLimits(2, 0)));
    }

    /** Every line in Cassandra as "user or - / order / line / item / quantity", with " cancelled" where it was. */
    List<String> lines() {
        String line = "concat_ws('/', %s, order_id, line_number, item_id, quantity)"
                + " || if(cancelled_at IS NULL, '', ' cancelled')";
        return Stream.concat(
                        shop.rows(spark, ORDER_LINES_BY_USER, line.formatted("user_id")).stream(),
                        shop.rows(spark, ANONYMOUS_ORDER_LINES_BY_ORDER, line.formatted("'-'")).stream())
                .map(row -> row.getString(0))
                .toList();
    }
}
