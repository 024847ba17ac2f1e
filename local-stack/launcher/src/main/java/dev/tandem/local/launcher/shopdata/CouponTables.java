package dev.tandem.local.launcher.shopdata;

import static dev.tandem.core.schema.Columns.ATTRIBUTES;
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
import static dev.tandem.core.schema.Columns.MAX_COUPONS_DAYS;
import static dev.tandem.core.schema.Columns.MAX_COUPONS_PER_DAY;
import static dev.tandem.core.schema.Columns.MAX_COUPONS_PER_USER;
import static dev.tandem.core.schema.Columns.MIN_SEVERITY;
import static dev.tandem.core.schema.Columns.NAME;
import static dev.tandem.core.schema.Columns.ONCE_PER_USER;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.VALID_UNTIL;
import static dev.tandem.core.schema.Columns.WITHDRAWN_AT;

import dev.tandem.core.coupon.CouponSettings;
import dev.tandem.core.schema.PostgresTables;
import dev.tandem.core.shop.DiscountKind;
import dev.tandem.core.shop.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Where a load keeps a tenant's coupons, and how the tenant gives them.
 *
 * @param coupons the coupons
 * @param settings one row at the most
 */
record CouponTables(StagingTable coupons, StagingTable settings) {
    private static final List<String> COUPON_COLUMNS = List.of(
            TENANT_ID,
            COUPON_ID,
            NAME,
            DISCOUNT_KIND,
            DISCOUNT,
            CATEGORY,
            VALID_UNTIL,
            WITHDRAWN_AT,
            ATTRIBUTES,
            MIN_SEVERITY,
            ONCE_PER_USER,
            COOL_DOWN_DAYS,
            BUDGET);
    private static final List<String> SETTINGS_COLUMNS = List.of(
            TENANT_ID,
            GOODWILL_NAME,
            GOODWILL_DISCOUNT_KIND,
            GOODWILL_DISCOUNT,
            GOODWILL_VALID_DAYS,
            MAX_COUPONS_PER_USER,
            MAX_COUPONS_DAYS,
            MAX_COUPONS_PER_DAY,
            DEMOTES_ITEMS);

    static CouponTables create(Connection connection) throws SQLException {
        return new CouponTables(
                new StagingTable(connection, PostgresTables.COUPONS, COUPON_COLUMNS),
                new StagingTable(connection, PostgresTables.FEEDBACK_SETTINGS, SETTINGS_COLUMNS));
    }

    void add(TenantId tenant, ShopCoupon coupon) throws SQLException {
        coupons.add(
                tenant,
                coupon.id(),
                coupon.name(),
                coupon.discountKind(),
                coupon.discount(),
                coupon.category(),
                coupon.validUntil(),
                coupon.withdrawnAt(),
                coupon.attributes(),
                coupon.terms().minSeverity(),
                coupon.terms().oncePerUser(),
                coupon.terms().coolDownDays(),
                coupon.terms().budget());
    }

    void add(TenantId tenant, CouponSettings given) throws SQLException {
        DiscountKind kind = given.goodwillDiscountKind();
        settings.add(
                tenant,
                given.goodwillName(),
                kind == null ? null : kind.word(),
                given.goodwillDiscount(),
                given.goodwillValidDays(),
                given.maxCouponsPerUser(),
                given.maxCouponsDays(),
                given.maxCouponsPerDay(),
                given.demotesItems());
    }
}
