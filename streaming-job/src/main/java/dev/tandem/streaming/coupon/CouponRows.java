package dev.tandem.streaming.coupon;

import static dev.tandem.core.schema.CassandraTables.LIVE_COUPONS_BY_TENANT;
import static dev.tandem.core.schema.Columns.BUDGET;
import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.COOL_DOWN_DAYS;
import static dev.tandem.core.schema.Columns.COUPON_ID;
import static dev.tandem.core.schema.Columns.DEMOTES_ITEMS;
import static dev.tandem.core.schema.Columns.DISCOUNT;
import static dev.tandem.core.schema.Columns.DISCOUNT_KIND;
import static dev.tandem.core.schema.Columns.GOODWILL_DISCOUNT;
import static dev.tandem.core.schema.Columns.GOODWILL_DISCOUNT_KIND;
import static dev.tandem.core.schema.Columns.GOODWILL_NAME;
import static dev.tandem.core.schema.Columns.GOODWILL_VALID_DAYS;
import static dev.tandem.core.schema.Columns.ITEM_IDS;
import static dev.tandem.core.schema.Columns.MAX_COUPONS_DAYS;
import static dev.tandem.core.schema.Columns.MAX_COUPONS_PER_DAY;
import static dev.tandem.core.schema.Columns.MAX_COUPONS_PER_USER;
import static dev.tandem.core.schema.Columns.MIN_SEVERITY;
import static dev.tandem.core.schema.Columns.NAME;
import static dev.tandem.core.schema.Columns.ONCE_PER_USER;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.VALID_FROM;
import static dev.tandem.core.schema.Columns.VALID_UNTIL;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_SETTINGS;

import dev.tandem.core.coupon.Coupon;
import dev.tandem.core.coupon.CouponSettings;
import dev.tandem.core.schema.Table;
import dev.tandem.core.schema.TableRow;
import dev.tandem.core.shop.DiscountKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of coupons and of settings as what they mean. A coupon that was copied before a column was there has its default. */
final class CouponRows {
    private CouponRows() {}

    static String tenant(TableRow row) {
        return Objects.requireNonNull((String) row.value(0), TENANT_ID);
    }

    static Coupon coupon(TableRow row) {
        Reader coupon = new Reader(LIVE_COUPONS_BY_TENANT, row);
        return new Coupon(
                coupon.get(COUPON_ID, ""),
                coupon.get(NAME, ""),
                DiscountKind.of(coupon.get(DISCOUNT_KIND, "")),
                coupon.get(DISCOUNT, BigDecimal.ZERO),
                coupon.get(CATEGORY, ""),
                coupon.get(ITEM_IDS, Set.of()).stream().map(String::valueOf).collect(Collectors.toSet()),
                (Instant) coupon.find(VALID_FROM),
                (Instant) coupon.find(VALID_UNTIL),
                coupon.get(MIN_SEVERITY, 1),
                coupon.get(ONCE_PER_USER, true),
                coupon.get(COOL_DOWN_DAYS, 0),
                (Integer) coupon.find(BUDGET));
    }

    static CouponSettings settings(TableRow row) {
        Reader settings = new Reader(FEEDBACK_SETTINGS, row);
        CouponSettings defaults = CouponSettings.DEFAULTS;
        String kind = (String) settings.find(GOODWILL_DISCOUNT_KIND);
        return new CouponSettings(
                settings.get(GOODWILL_NAME, defaults.goodwillName()),
                kind == null ? null : DiscountKind.of(kind),
                (BigDecimal) settings.find(GOODWILL_DISCOUNT),
                settings.get(GOODWILL_VALID_DAYS, defaults.goodwillValidDays()),
                settings.get(MAX_COUPONS_PER_USER, defaults.maxCouponsPerUser()),
                settings.get(MAX_COUPONS_DAYS, defaults.maxCouponsDays()),
                (Integer) settings.find(MAX_COUPONS_PER_DAY),
                settings.get(DEMOTES_ITEMS, defaults.demotesItems()));
    }

    private record Reader(Table table, TableRow row) {
        @Nullable
        Object find(String column) {
            return row.value(table.columnNames().indexOf(column));
        }

        @SuppressWarnings("unchecked") // a column's values are of its type
        <T> T get(String column, T otherwise) {
            Object value = find(column);
            return value == null ? otherwise : (T) value;
        }
    }
}
