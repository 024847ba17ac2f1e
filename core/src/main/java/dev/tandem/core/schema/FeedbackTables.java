package dev.tandem.core.schema;

import static dev.tandem.core.schema.ColumnType.BOOLEAN;
import static dev.tandem.core.schema.ColumnType.DECIMAL;
import static dev.tandem.core.schema.ColumnType.INTEGER;
import static dev.tandem.core.schema.ColumnType.LONG;
import static dev.tandem.core.schema.ColumnType.TEXT;
import static dev.tandem.core.schema.ColumnType.TEXT_SET;
import static dev.tandem.core.schema.ColumnType.TIMESTAMP;
import static dev.tandem.core.schema.Columns.ACKNOWLEDGED_AT;
import static dev.tandem.core.schema.Columns.ANSWERABLE;
import static dev.tandem.core.schema.Columns.ATTEMPTS;
import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.COUPON_ID;
import static dev.tandem.core.schema.Columns.CRITICAL_RATINGS;
import static dev.tandem.core.schema.Columns.DAY;
import static dev.tandem.core.schema.Columns.DELIVERED_AT;
import static dev.tandem.core.schema.Columns.DEMOTES_ITEMS;
import static dev.tandem.core.schema.Columns.FEEDBACK_ID;
import static dev.tandem.core.schema.Columns.FLAGS;
import static dev.tandem.core.schema.Columns.GOODWILL_DISCOUNT;
import static dev.tandem.core.schema.Columns.GOODWILL_DISCOUNT_KIND;
import static dev.tandem.core.schema.Columns.GOODWILL_NAME;
import static dev.tandem.core.schema.Columns.GOODWILL_VALID_DAYS;
import static dev.tandem.core.schema.Columns.INTERVAL_END;
import static dev.tandem.core.schema.Columns.INTERVAL_START;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.MAX_COUPONS_DAYS;
import static dev.tandem.core.schema.Columns.MAX_COUPONS_PER_DAY;
import static dev.tandem.core.schema.Columns.MAX_COUPONS_PER_USER;
import static dev.tandem.core.schema.Columns.MEAN_SCORE;
import static dev.tandem.core.schema.Columns.OFFER;
import static dev.tandem.core.schema.Columns.OFFERED;
import static dev.tandem.core.schema.Columns.OFFERED_AT;
import static dev.tandem.core.schema.Columns.OFFER_ID;
import static dev.tandem.core.schema.Columns.RATED_AT;
import static dev.tandem.core.schema.Columns.RATINGS;
import static dev.tandem.core.schema.Columns.RECEIVED_AT;
import static dev.tandem.core.schema.Columns.SCORE;
import static dev.tandem.core.schema.Columns.SCORE_1;
import static dev.tandem.core.schema.Columns.SCORE_2;
import static dev.tandem.core.schema.Columns.SCORE_3;
import static dev.tandem.core.schema.Columns.SCORE_4;
import static dev.tandem.core.schema.Columns.SCORE_5;
import static dev.tandem.core.schema.Columns.SENT_AT;
import static dev.tandem.core.schema.Columns.SHARD;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.UNACKNOWLEDGED;
import static dev.tandem.core.schema.Columns.UNANSWERED;
import static dev.tandem.core.schema.Columns.UNDELIVERABLE;
import static dev.tandem.core.schema.Columns.UNDELIVERABLE_AT;
import static dev.tandem.core.schema.Columns.USER_ID;

import java.util.List;

/** The tables in Cassandra of feedback, its answers and its digests. */
public final class FeedbackTables {
    public static final Table FEEDBACK_SETTINGS = new Table(
            "feedback_settings",
            List.of(TENANT_ID),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(GOODWILL_NAME, TEXT),
                    new Column(GOODWILL_DISCOUNT_KIND, TEXT),
                    new Column(GOODWILL_DISCOUNT, DECIMAL),
                    new Column(GOODWILL_VALID_DAYS, INTEGER),
                    new Column(MAX_COUPONS_PER_USER, INTEGER),
                    new Column(MAX_COUPONS_DAYS, INTEGER),
                    new Column(MAX_COUPONS_PER_DAY, INTEGER),
                    new Column(DEMOTES_ITEMS, BOOLEAN)));

    public static final Table FEEDBACK_BY_ID = new Table(
            "feedback_by_id",
            List.of(TENANT_ID, FEEDBACK_ID),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(FEEDBACK_ID, TEXT),
                    new Column(USER_ID, TEXT),
                    new Column(ITEM_ID, TEXT),
                    new Column(SCORE, INTEGER),
                    new Column(Columns.TEXT, TEXT),
                    new Column(RATED_AT, TIMESTAMP),
                    new Column(RECEIVED_AT, TIMESTAMP),
                    new Column(FLAGS, TEXT_SET),
                    new Column(COUPON_ID, TEXT),
                    new Column(OFFER, TEXT),
                    new Column(OFFERED_AT, TIMESTAMP),
                    new Column(DELIVERED_AT, TIMESTAMP),
                    new Column(ATTEMPTS, INTEGER),
                    new Column(SENT_AT, TIMESTAMP),
                    new Column(ACKNOWLEDGED_AT, TIMESTAMP),
                    new Column(UNDELIVERABLE_AT, TIMESTAMP)));

    public static final Table OFFERS_BY_USER = new Table(
            "offers_by_user",
            List.of(TENANT_ID, USER_ID),
            List.of(OFFERED_AT, OFFER_ID),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(USER_ID, TEXT),
                    new Column(OFFERED_AT, TIMESTAMP),
                    new Column(OFFER_ID, TEXT),
                    new Column(COUPON_ID, TEXT),
                    new Column(OFFER, TEXT)));

    public static final Table COUPON_GRANTS_BY_COUPON = new Table(
            "coupon_grants_by_coupon",
            List.of(TENANT_ID, COUPON_ID),
            List.of(OFFERED_AT, OFFER_ID),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(COUPON_ID, TEXT),
                    new Column(OFFERED_AT, TIMESTAMP),
                    new Column(OFFER_ID, TEXT)));

    public static final Table FEEDBACK_BY_DAY = new Table(
            "feedback_by_day",
            List.of(TENANT_ID, DAY, SHARD),
            List.of(FEEDBACK_ID),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(DAY, TEXT),
                    new Column(SHARD, INTEGER),
                    new Column(FEEDBACK_ID, TEXT),
                    new Column(ITEM_ID, TEXT),
                    new Column(SCORE, INTEGER),
                    new Column(RECEIVED_AT, TIMESTAMP)));

    public static final Table FEEDBACK_DIGEST_BY_ITEM = digests("feedback_digest_by_item", ITEM_ID);

    public static final Table FEEDBACK_DIGEST_BY_CATEGORY = digests("feedback_digest_by_category", CATEGORY);

    public static final Table DEMOTED_ITEMS = new Table(
            "demoted_items",
            List.of(TENANT_ID),
            List.of(ITEM_ID),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(ITEM_ID, TEXT),
                    new Column(RATINGS, INTEGER),
                    new Column(CRITICAL_RATINGS, INTEGER)));

    public static final Table UNDELIVERABLE_OFFERS = new Table(
            "undeliverable_offers",
            List.of(TENANT_ID),
            List.of(OFFER_ID),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(OFFER_ID, TEXT),
                    new Column(USER_ID, TEXT),
                    new Column(ATTEMPTS, INTEGER),
                    new Column(OFFERED_AT, TIMESTAMP),
                    new Column(UNDELIVERABLE_AT, TIMESTAMP)));

    public static final Table FEEDBACK_RECONCILIATIONS = new Table(
            "feedback_reconciliations",
            List.of(TENANT_ID),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(INTERVAL_START, TIMESTAMP),
                    new Column(INTERVAL_END, TIMESTAMP),
                    new Column(ANSWERABLE, LONG),
                    new Column(UNANSWERED, LONG),
                    new Column(OFFERED, LONG),
                    new Column(UNACKNOWLEDGED, LONG),
                    new Column(UNDELIVERABLE, LONG)));

    static final List<Table> ALL = List.of(
            FEEDBACK_SETTINGS,
            FEEDBACK_BY_ID,
            OFFERS_BY_USER,
            COUPON_GRANTS_BY_COUPON,
            FEEDBACK_BY_DAY,
            FEEDBACK_DIGEST_BY_ITEM,
            FEEDBACK_DIGEST_BY_CATEGORY,
            DEMOTED_ITEMS,
            UNDELIVERABLE_OFFERS,
            FEEDBACK_RECONCILIATIONS);

    private FeedbackTables() {}

    /** A table of what all ratings come to, of each {@code key}. */
    private static Table digests(String name, String key) {
        return new Table(
                name,
                List.of(TENANT_ID, key),
                List.of(),
                List.of(
                        new Column(TENANT_ID, TEXT),
                        new Column(key, TEXT),
                        new Column(RATINGS, INTEGER),
                        new Column(CRITICAL_RATINGS, INTEGER),
                        new Column(MEAN_SCORE, DECIMAL),
                        new Column(SCORE_1, INTEGER),
                        new Column(SCORE_2, INTEGER),
                        new Column(SCORE_3, INTEGER),
                        new Column(SCORE_4, INTEGER),
                        new Column(SCORE_5, INTEGER),
                        new Column(INTERVAL_START, TIMESTAMP),
                        new Column(INTERVAL_END, TIMESTAMP)));
    }
}
