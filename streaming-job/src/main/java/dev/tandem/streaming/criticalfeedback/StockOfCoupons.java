package dev.tandem.streaming.criticalfeedback;

import static dev.tandem.core.schema.CassandraTables.OUT_OF_STOCK_ITEMS;
import static dev.tandem.core.schema.Columns.ITEM_ID;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.coupon.Coupon;
import dev.tandem.runtime.cassandra.SharedSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether something of what a coupon is for can be bought; what is out of stock is remembered for seconds. For one thread. */
final class StockOfCoupons {
    private static final long MAX_AGE_NANOS = Duration.ofSeconds(5).toNanos();

    private final SharedSession cassandra;
    private final Map<String, OutOfStock> tenants = new HashMap<>();

    private record OutOfStock(Set<String> items, long readAt) {}

    StockOfCoupons(SharedSession cassandra) {
        this.cassandra = cassandra;
    }

    boolean hasSome(String tenant, Coupon coupon) {
        return coupon.itemIds().isEmpty() || !outOfStock(tenant).containsAll(coupon.itemIds());
    }

    private Set<String> outOfStock(String tenant) {
        OutOfStock known = tenants.get(tenant);
        if (known == null || System.nanoTime() - known.readAt() > MAX_AGE_NANOS) {
            known = new OutOfStock(read(tenant), System.nanoTime());
            tenants.put(tenant, known);
        }
        return known.items();
    }

    private Set<String> read(String tenant) {
        Set<String> items = new HashSet<>();
        for (Row row : cassandra
                .session()
                .execute(cassandra.select(OUT_OF_STOCK_ITEMS, List.of(ITEM_ID)).bind(tenant))) {
            items.add(String.valueOf(row.getString(0)));
        }
        return items;
    }
}
