package dev.tandem.core.schema;

import static dev.tandem.core.schema.ColumnType.BOOLEAN;
import static dev.tandem.core.schema.ColumnType.BYTES;
import static dev.tandem.core.schema.ColumnType.DECIMAL;
import static dev.tandem.core.schema.ColumnType.INTEGER;
import static dev.tandem.core.schema.ColumnType.LONG;
import static dev.tandem.core.schema.ColumnType.TEXT;
import static dev.tandem.core.schema.ColumnType.TEXT_MAP;
import static dev.tandem.core.schema.ColumnType.TEXT_SET;
import static dev.tandem.core.schema.ColumnType.TIMESTAMP;
import static dev.tandem.core.schema.Columns.ATTRIBUTES;
import static dev.tandem.core.schema.Columns.BUDGET;
import static dev.tandem.core.schema.Columns.CANCELLED_AT;
import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.CONTENT;
import static dev.tandem.core.schema.Columns.COOL_DOWN_DAYS;
import static dev.tandem.core.schema.Columns.COUPON_ID;
import static dev.tandem.core.schema.Columns.DISCOUNT;
import static dev.tandem.core.schema.Columns.DISCOUNT_KIND;
import static dev.tandem.core.schema.Columns.EVENTS_UNTIL;
import static dev.tandem.core.schema.Columns.EVENT_ID;
import static dev.tandem.core.schema.Columns.GENERATED_AT;
import static dev.tandem.core.schema.Columns.HOLDER;
import static dev.tandem.core.schema.Columns.IN_STOCK;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.ITEM_IDS;
import static dev.tandem.core.schema.Columns.KIND;
import static dev.tandem.core.schema.Columns.LINE_NUMBER;
import static dev.tandem.core.schema.Columns.MIN_SEVERITY;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.NAME;
import static dev.tandem.core.schema.Columns.ONCE_PER_USER;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static dev.tandem.core.schema.Columns.ORDER_ID;
import static dev.tandem.core.schema.Columns.PART;
import static dev.tandem.core.schema.Columns.PARTS;
import static dev.tandem.core.schema.Columns.PRICE;
import static dev.tandem.core.schema.Columns.PUBLISHED_AT;
import static dev.tandem.core.schema.Columns.QUANTITY;
import static dev.tandem.core.schema.Columns.QUERY;
import static dev.tandem.core.schema.Columns.REGISTERED_AT;
import static dev.tandem.core.schema.Columns.REMOVED_AT;
import static dev.tandem.core.schema.Columns.SHARD;
import static dev.tandem.core.schema.Columns.SOURCE;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.UNIT_PRICE;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.Columns.VALID_FROM;
import static dev.tandem.core.schema.Columns.VALID_UNTIL;
import static dev.tandem.core.schema.Columns.VIEWED_AT;
import static dev.tandem.core.schema.Columns.VIEWS;
import static dev.tandem.core.schema.Columns.WINDOW_START;

import java.util.List;
import java.util.stream.Stream;

/** The tables in Cassandra: one a question, each read by its full partition key. */
public final class CassandraTables {
    public static final Table TENANTS = new Table(
            "tenants", List.of(TENANT_ID), List.of(), List.of(new Column(TENANT_ID, TEXT), new Column(NAME, TEXT)));

    public static final Table USERS = new Table(
            "users",
            List.of(TENANT_ID, USER_ID),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(USER_ID, TEXT),
                    new Column(NAME, TEXT),
                    new Column(ATTRIBUTES, TEXT_MAP),
                    new Column(REGISTERED_AT, TIMESTAMP)));

    public static final Table ITEMS = new Table(
            "items",
            List.of(TENANT_ID, ITEM_ID),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(ITEM_ID, TEXT),
                    new Column(NAME, TEXT),
                    new Column(CATEGORY, TEXT),
                    new Column(PRICE, DECIMAL),
                    new Column(IN_STOCK, BOOLEAN),
                    new Column(ATTRIBUTES, TEXT_MAP)));

    public static final Table ORDER_LINES_BY_USER = new Table(
            "order_lines_by_user",
            List.of(TENANT_ID, USER_ID),
            List.of(ORDER_ID, LINE_NUMBER),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(USER_ID, TEXT),
                    new Column(ORDER_ID, TEXT),
                    new Column(LINE_NUMBER, INTEGER),
                    new Column(ITEM_ID, TEXT),
                    new Column(QUANTITY, INTEGER),
                    new Column(UNIT_PRICE, DECIMAL),
                    new Column(ORDERED_AT, TIMESTAMP),
                    new Column(KIND, TEXT),
                    new Column(CANCELLED_AT, TIMESTAMP)));

    public static final Table ANONYMOUS_ORDER_LINES_BY_ORDER = new Table(
            "anonymous_order_lines_by_order",
            List.of(TENANT_ID, ORDER_ID),
            List.of(LINE_NUMBER),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(ORDER_ID, TEXT),
                    new Column(LINE_NUMBER, INTEGER),
                    new Column(ITEM_ID, TEXT),
                    new Column(QUANTITY, INTEGER),
                    new Column(UNIT_PRICE, DECIMAL),
                    new Column(ORDERED_AT, TIMESTAMP),
                    new Column(KIND, TEXT),
                    new Column(CANCELLED_AT, TIMESTAMP)));

    public static final Table RECOMMENDATIONS_BY_USER = lists("recommendations_by_user", USER_ID);

    public static final Table ACTIVE_MODELS = new Table(
            "active_models",
            List.of(TENANT_ID),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(MODEL_VERSION, TEXT),
                    new Column(EVENTS_UNTIL, TIMESTAMP),
                    new Column(PUBLISHED_AT, TIMESTAMP)));

    public static final Table BEST_SELLERS_BY_CATEGORY = new Table(
            "best_sellers_by_category",
            List.of(TENANT_ID, CATEGORY),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(CATEGORY, TEXT),
                    new Column(MODEL_VERSION, TEXT),
                    new Column(Columns.ITEMS, TEXT),
                    new Column(EVENTS_UNTIL, TIMESTAMP),
                    new Column(GENERATED_AT, TIMESTAMP)));

    public static final Table RECOMMENDATIONS_WITH_PURCHASED_BY_USER =
            lists("recommendations_with_purchased_by_user", USER_ID);

    public static final Table BUY_AGAIN_BY_USER = lists("buy_again_by_user", USER_ID);

    public static final Table SIMILAR_ITEMS_BY_ITEM = lists("similar_items_by_item", ITEM_ID);

    public static final Table BOUGHT_TOGETHER_BY_ITEM = lists("bought_together_by_item", ITEM_ID);

    public static final Table OUT_OF_STOCK_ITEMS = new Table(
            "out_of_stock_items",
            List.of(TENANT_ID),
            List.of(ITEM_ID),
            List.of(new Column(TENANT_ID, TEXT), new Column(ITEM_ID, TEXT)));

    public static final Table LIVE_COUPONS_BY_TENANT = new Table(
            "live_coupons_by_tenant",
            List.of(TENANT_ID),
            List.of(COUPON_ID),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(COUPON_ID, TEXT),
                    new Column(NAME, TEXT),
                    new Column(DISCOUNT_KIND, TEXT),
                    new Column(DISCOUNT, DECIMAL),
                    new Column(CATEGORY, TEXT),
                    new Column(ITEM_IDS, TEXT_SET),
                    new Column(VALID_FROM, TIMESTAMP),
                    new Column(VALID_UNTIL, TIMESTAMP),
                    new Column(ATTRIBUTES, TEXT_MAP),
                    new Column(MIN_SEVERITY, INTEGER),
                    new Column(ONCE_PER_USER, BOOLEAN),
                    new Column(COOL_DOWN_DAYS, INTEGER),
                    new Column(BUDGET, INTEGER)));

    public static final Table VIEWS_BY_USER = new Table(
            "views_by_user",
            List.of(TENANT_ID, USER_ID),
            List.of(VIEWED_AT, EVENT_ID),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(USER_ID, TEXT),
                    new Column(VIEWED_AT, TIMESTAMP),
                    new Column(EVENT_ID, TEXT),
                    new Column(ITEM_ID, TEXT),
                    new Column(SOURCE, TEXT)));

    public static final Table HISTORY_REMOVALS_BY_USER = new Table(
            "history_removals_by_user",
            List.of(TENANT_ID, USER_ID),
            List.of(ITEM_ID),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(USER_ID, TEXT),
                    new Column(ITEM_ID, TEXT),
                    new Column(REMOVED_AT, TIMESTAMP)));

    public static final Table LIVE_RECOMMENDATIONS_BY_USER = new Table(
            "live_recommendations_by_user",
            List.of(TENANT_ID, USER_ID),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(USER_ID, TEXT),
                    new Column(MODEL_VERSION, TEXT),
                    new Column(Columns.ITEMS, TEXT),
                    new Column(EVENTS_UNTIL, TIMESTAMP),
                    new Column(GENERATED_AT, TIMESTAMP),
                    new Column(REMOVED_AT, TIMESTAMP)));

    public static final Table LIVE_USERS_BY_SHARD = new Table(
            "live_users_by_shard",
            List.of(TENANT_ID, SHARD),
            List.of(USER_ID),
            List.of(new Column(TENANT_ID, TEXT), new Column(SHARD, INTEGER), new Column(USER_ID, TEXT)));

    public static final Table FOLD_IN_MODELS = new Table(
            "fold_in_models",
            List.of(TENANT_ID, MODEL_VERSION, PART),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(MODEL_VERSION, TEXT),
                    new Column(PART, INTEGER),
                    new Column(PARTS, INTEGER),
                    new Column(CONTENT, BYTES)));

    public static final Table TRENDING_BY_CATEGORY = new Table(
            "trending_by_category",
            List.of(TENANT_ID, CATEGORY),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(CATEGORY, TEXT),
                    new Column(Columns.ITEMS, TEXT),
                    new Column(EVENTS_UNTIL, TIMESTAMP),
                    new Column(GENERATED_AT, TIMESTAMP)));

    public static final Table ITEM_VIEWS_BY_WINDOW = new Table(
            "item_views_by_window",
            List.of(TENANT_ID, WINDOW_START),
            List.of(ITEM_ID),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(WINDOW_START, TIMESTAMP),
                    new Column(ITEM_ID, TEXT),
                    new Column(VIEWS, LONG)));

    public static final Table QUERY_LEASES = new Table(
            "query_leases", List.of(QUERY), List.of(), List.of(new Column(QUERY, TEXT), new Column(HOLDER, TEXT)));

    /** Every table of the contract. */
    public static final List<Table> ALL = Stream.concat(
                    Stream.of(
                            TENANTS,
                            USERS,
                            ITEMS,
                            ORDER_LINES_BY_USER,
                            ANONYMOUS_ORDER_LINES_BY_ORDER,
                            RECOMMENDATIONS_BY_USER,
                            ACTIVE_MODELS,
                            BEST_SELLERS_BY_CATEGORY,
                            RECOMMENDATIONS_WITH_PURCHASED_BY_USER,
                            BUY_AGAIN_BY_USER,
                            SIMILAR_ITEMS_BY_ITEM,
                            BOUGHT_TOGETHER_BY_ITEM,
                            OUT_OF_STOCK_ITEMS,
                            LIVE_COUPONS_BY_TENANT,
                            VIEWS_BY_USER,
                            HISTORY_REMOVALS_BY_USER,
                            LIVE_RECOMMENDATIONS_BY_USER,
                            LIVE_USERS_BY_SHARD,
                            FOLD_IN_MODELS,
                            TRENDING_BY_CATEGORY,
                            ITEM_VIEWS_BY_WINDOW,
                            QUERY_LEASES),
                    FeedbackTables.ALL.stream())
            .toList();

    private CassandraTables() {}

    /** A table of ranked lists that a model's publication writes, one for each {@code key}. */
    private static Table lists(String name, String key) {
        return new Table(
                name,
                List.of(TENANT_ID, MODEL_VERSION, key),
                List.of(),
                List.of(
                        new Column(TENANT_ID, TEXT),
                        new Column(MODEL_VERSION, TEXT),
                        new Column(key, TEXT),
                        new Column(Columns.ITEMS, TEXT),
                        new Column(EVENTS_UNTIL, TIMESTAMP),
                        new Column(GENERATED_AT, TIMESTAMP)));
    }
}
