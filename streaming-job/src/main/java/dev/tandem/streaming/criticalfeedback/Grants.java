package dev.tandem.streaming.criticalfeedback;

import static dev.tandem.core.schema.Columns.COUPON_ID;
import static dev.tandem.core.schema.Columns.OFFERED_AT;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.FeedbackTables.COUPON_GRANTS_BY_COUPON;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.coupon.Coupon;
import dev.tandem.core.coupon.CouponLimits;
import dev.tandem.core.coupon.CouponSettings;
import dev.tandem.core.offer.Offer;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.coupon.CouponBook;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How often coupons were given: counted in Cassandra when it is first asked, and from then on here, where all of them are
 * given. For one thread.
 */
final class Grants {
    /** The coupon_id under which a tenant's grants of all coupons are counted. */
    private static final String ALL_COUPONS = "*";

    private final SharedSession cassandra;
    private final StockOfCoupons stock;
    private final Map<Key, Long> counts = new HashMap<>();

    private record Key(String tenant, String coupon, Instant since) {}

    Grants(SharedSession cassandra) {
        this.cassandra = cassandra;
        this.stock = new StockOfCoupons(cassandra);
    }

    /** What a tenant may still give at a time. */
    CouponLimits limits(String tenant, CouponSettings settings, Instant at) {
        return new CouponLimits() {
            @Override
            public boolean allows(Coupon coupon) {
                Integer budget = coupon.budget();
                return budget == null || count(new Key(tenant, coupon.couponId(), Instant.EPOCH)) < budget;
            }

            @Override
            public boolean isUsedUpForToday() {
                Integer most = settings.maxCouponsPerDay();
                return most != null && count(today(tenant, at)) >= most;
            }

            @Override
            public boolean isInStock(Coupon coupon) {
                return stock.hasSome(tenant, coupon);
            }
        };
    }

    /** Counts a discount that is being given. */
    void add(Offer offer, CouponBook.OfTenant of) {
        keys(offer, of).forEach(key -> counts.computeIfPresent(key, (same, count) -> count + 1));
    }

    /** The coupon_ids under which a discount is kept that is given. */
    static List<String> couponIds(Offer offer, CouponBook.OfTenant of) {
        return keys(offer, of).stream().map(Key::coupon).toList();
    }

    private static List<Key> keys(Offer offer, CouponBook.OfTenant of) {
        String coupon = offer.couponId();
        if (coupon == null) {
            return List.of();
        }
        String tenant = offer.feedback().tenant().value();
        List<Key> keys = new ArrayList<>();
        if (of.coupons().stream().anyMatch(one -> one.couponId().equals(coupon) && one.budget() != null)) {
            keys.add(new Key(tenant, coupon, Instant.EPOCH));
        }
        if (of.settings().maxCouponsPerDay() != null) {
            keys.add(today(tenant, offer.offeredAt()));
        }
        return keys;
    }

    private static Key today(String tenant, Instant at) {
        return new Key(tenant, ALL_COUPONS, at.truncatedTo(ChronoUnit.DAYS));
    }

    private long count(Key key) {
        return counts.computeIfAbsent(key, this::stored);
    }

    private long stored(Key key) {
        Row count = cassandra
                .session()
                .execute(cassandra
                        .prepare("SELECT count(*) FROM %s WHERE %s = ? AND %s = ? AND %s >= ?"
                                .formatted(
                                        cassandra.qualified(COUPON_GRANTS_BY_COUPON), TENANT_ID, COUPON_ID, OFFERED_AT))
                        .bind(key.tenant(), key.coupon(), key.since()))
                .one();
        return Objects.requireNonNull(count).getLong(0);
    }
}
