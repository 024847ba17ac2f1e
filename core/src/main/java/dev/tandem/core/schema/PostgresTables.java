package dev.tandem.core.schema;

import static dev.tandem.core.schema.ColumnType.BOOLEAN;
import static dev.tandem.core.schema.ColumnType.DECIMAL;
import static dev.tandem.core.schema.ColumnType.INTEGER;
import static dev.tandem.core.schema.ColumnType.LONG;
import static dev.tandem.core.schema.ColumnType.TEXT;
import static dev.tandem.core.schema.ColumnType.TEXT_MAP;
import static dev.tandem.core.schema.ColumnType.TEXT_SET;
import static dev.tandem.core.schema.ColumnType.TIMESTAMP;
import static dev.tandem.core.schema.Columns.ALGORITHM;
import static dev.tandem.core.schema.Columns.ARTEFACT_URI;
import static dev.tandem.core.schema.Columns.ATTRIBUTES;
import static dev.tandem.core.schema.Columns.BUDGET;
import static dev.tandem.core.schema.Columns.CANCELLED_AT;
import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.CAUSE;
import static dev.tandem.core.schema.Columns.CHANGE_NUMBER;
import static dev.tandem.core.schema.Columns.CODE;
import static dev.tandem.core.schema.Columns.CODE_VERSION;
import static dev.tandem.core.schema.Columns.COOL_DOWN_DAYS;
import static dev.tandem.core.schema.Columns.COUPON_ID;
import static dev.tandem.core.schema.Columns.CREATED_AT;
import static dev.tandem.core.schema.Columns.DEMOTES_ITEMS;
import static dev.tandem.core.schema.Columns.DEPARTURE_NUMBER;
import static dev.tandem.core.schema.Columns.DESCRIPTION;
import static dev.tandem.core.schema.Columns.DISCOUNT;
import static dev.tandem.core.schema.Columns.DISCOUNT_KIND;
import static dev.tandem.core.schema.Columns.EVENTS_UNTIL;
import static dev.tandem.core.schema.Columns.GOODWILL_DISCOUNT;
import static dev.tandem.core.schema.Columns.GOODWILL_DISCOUNT_KIND;
import static dev.tandem.core.schema.Columns.GOODWILL_NAME;
import static dev.tandem.core.schema.Columns.GOODWILL_VALID_DAYS;
import static dev.tandem.core.schema.Columns.INTERVAL_END;
import static dev.tandem.core.schema.Columns.INTERVAL_START;
import static dev.tandem.core.schema.Columns.IN_STOCK;
import static dev.tandem.core.schema.Columns.IS_DUE;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.ITEM_IDS;
import static dev.tandem.core.schema.Columns.JOB;
import static dev.tandem.core.schema.Columns.KIND;
import static dev.tandem.core.schema.Columns.LINE_NUMBER;
import static dev.tandem.core.schema.Columns.MAX_COUPONS_DAYS;
import static dev.tandem.core.schema.Columns.MAX_COUPONS_PER_DAY;
import static dev.tandem.core.schema.Columns.MAX_COUPONS_PER_USER;
import static dev.tandem.core.schema.Columns.MESSAGE;
import static dev.tandem.core.schema.Columns.METRICS;
import static dev.tandem.core.schema.Columns.MIN_SEVERITY;
import static dev.tandem.core.schema.Columns.MISSING_ITEMS;
import static dev.tandem.core.schema.Columns.MISSING_USER;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.NAME;
import static dev.tandem.core.schema.Columns.ONCE_PER_USER;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static dev.tandem.core.schema.Columns.ORDER_ID;
import static dev.tandem.core.schema.Columns.PAYLOAD;
import static dev.tandem.core.schema.Columns.PRICE;
import static dev.tandem.core.schema.Columns.PROMOTED_AT;
import static dev.tandem.core.schema.Columns.PROMOTION_NUMBER;
import static dev.tandem.core.schema.Columns.PUBLISHED_AT;
import static dev.tandem.core.schema.Columns.QUANTITY;
import static dev.tandem.core.schema.Columns.REASON;
import static dev.tandem.core.schema.Columns.RECEIVED_AT;
import static dev.tandem.core.schema.Columns.REGISTERED_AT;
import static dev.tandem.core.schema.Columns.ROW_COUNTS;
import static dev.tandem.core.schema.Columns.ROW_NUMBER;
import static dev.tandem.core.schema.Columns.SETTINGS;
import static dev.tandem.core.schema.Columns.SOURCE;
import static dev.tandem.core.schema.Columns.SYNCED_AT;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.TIMINGS;
import static dev.tandem.core.schema.Columns.TRAINED_AT;
import static dev.tandem.core.schema.Columns.UNIT_PRICE;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.Columns.VALID_FROM;
import static dev.tandem.core.schema.Columns.VALID_UNTIL;
import static dev.tandem.core.schema.Columns.VERDICT;
import static dev.tandem.core.schema.Columns.VERDICT_REASONS;
import static dev.tandem.core.schema.Columns.WITHDRAWN_AT;

import java.util.List;

/** The tables in PostgreSQL, the system of record. */
public final class PostgresTables {
    public static final Table TENANTS = new Table(
            "tenants",
            List.of(TENANT_ID),
            List.of(),
            List.of(new Column(TENANT_ID, TEXT), new Column(NAME, TEXT), new Column(CREATED_AT, TIMESTAMP)));

    public static final Table USERS = new Table(
            "users",
            List.of(TENANT_ID, USER_ID),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(USER_ID, TEXT),
                    new Column(NAME, TEXT),
                    new Column(ATTRIBUTES, TEXT_MAP),
                    new Column(REGISTERED_AT, TIMESTAMP),
                    new Column(CHANGE_NUMBER, LONG)));

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
                    new Column(ATTRIBUTES, TEXT_MAP),
                    new Column(CHANGE_NUMBER, LONG)));

    public static final Table ORDERS = new Table(
            "orders",
            List.of(TENANT_ID, ORDER_ID),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(ORDER_ID, TEXT),
                    new Column(USER_ID, TEXT),
                    new Column(ORDERED_AT, TIMESTAMP),
                    new Column(KIND, TEXT),
                    new Column(CANCELLED_AT, TIMESTAMP),
                    new Column(CHANGE_NUMBER, LONG)));

    public static final Table ORDER_LINES = new Table(
            "order_lines",
            List.of(TENANT_ID, ORDER_ID, LINE_NUMBER),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(ORDER_ID, TEXT),
                    new Column(LINE_NUMBER, INTEGER),
                    new Column(ITEM_ID, TEXT),
                    new Column(QUANTITY, INTEGER),
                    new Column(UNIT_PRICE, DECIMAL)));

    public static final Table ORDER_CHARGES = new Table(
            "order_charges",
            List.of(TENANT_ID, ORDER_ID, LINE_NUMBER),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(ORDER_ID, TEXT),
                    new Column(LINE_NUMBER, INTEGER),
                    new Column(CODE, TEXT),
                    new Column(DESCRIPTION, TEXT),
                    new Column(QUANTITY, INTEGER),
                    new Column(UNIT_PRICE, DECIMAL)));

    public static final Table IMPORT_REJECTS = new Table(
            "import_rejects",
            List.of(TENANT_ID, SOURCE, ROW_NUMBER),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(SOURCE, TEXT),
                    new Column(ROW_NUMBER, LONG),
                    new Column(REASON, TEXT),
                    new Column(PAYLOAD, TEXT)));

    public static final Table SYNC_MARKS = new Table(
            "sync_marks",
            List.of(TENANT_ID, JOB),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(JOB, TEXT),
                    new Column(CHANGE_NUMBER, LONG),
                    new Column(SYNCED_AT, TIMESTAMP)));

    public static final Table MODELS = new Table(
            "models",
            List.of(TENANT_ID, MODEL_VERSION),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(MODEL_VERSION, TEXT),
                    new Column(ALGORITHM, TEXT),
                    new Column(SETTINGS, TEXT_MAP),
                    new Column(INTERVAL_START, TIMESTAMP),
                    new Column(INTERVAL_END, TIMESTAMP),
                    new Column(EVENTS_UNTIL, TIMESTAMP),
                    new Column(ARTEFACT_URI, TEXT),
                    new Column(ROW_COUNTS, TEXT_MAP),
                    new Column(TRAINED_AT, TIMESTAMP),
                    new Column(PUBLISHED_AT, TIMESTAMP),
                    new Column(METRICS, TEXT_MAP),
                    new Column(TIMINGS, TEXT_MAP),
                    new Column(CODE_VERSION, TEXT),
                    new Column(VERDICT, TEXT),
                    new Column(VERDICT_REASONS, TEXT_MAP)));

    public static final Table MODEL_PROMOTIONS = new Table(
            "model_promotions",
            List.of(TENANT_ID, PROMOTION_NUMBER),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(PROMOTION_NUMBER, LONG),
                    new Column(MODEL_VERSION, TEXT),
                    new Column(CAUSE, TEXT),
                    new Column(PROMOTED_AT, TIMESTAMP)));

    public static final Table DEPARTURES = new Table(
            "departures",
            List.of(TENANT_ID, DEPARTURE_NUMBER),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(DEPARTURE_NUMBER, LONG),
                    new Column(KIND, TEXT),
                    new Column(ORDER_ID, TEXT),
                    new Column(USER_ID, TEXT),
                    new Column(ITEM_ID, TEXT),
                    new Column(CHANGE_NUMBER, LONG)));

    public static final Table COUPONS = new Table(
            "coupons",
            List.of(TENANT_ID, COUPON_ID),
            List.of(),
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
                    new Column(WITHDRAWN_AT, TIMESTAMP),
                    new Column(ATTRIBUTES, TEXT_MAP),
                    new Column(MIN_SEVERITY, INTEGER),
                    new Column(ONCE_PER_USER, BOOLEAN),
                    new Column(COOL_DOWN_DAYS, INTEGER),
                    new Column(BUDGET, INTEGER),
                    new Column(CHANGE_NUMBER, LONG)));

    public static final Table PENDING_ORDERS = new Table(
            "pending_orders",
            List.of(TENANT_ID, ORDER_ID),
            List.of(),
            List.of(
                    new Column(TENANT_ID, TEXT),
                    new Column(ORDER_ID, TEXT),
                    new Column(MESSAGE, TEXT_MAP),
                    new Column(RECEIVED_AT, TIMESTAMP),
                    new Column(IS_DUE, BOOLEAN),
                    new Column(MISSING_USER, TEXT),
                    new Column(MISSING_ITEMS, TEXT_SET)));

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
                    new Column(DEMOTES_ITEMS, BOOLEAN),
                    new Column(CHANGE_NUMBER, LONG)));

    /** Every table of the contract. */
    public static final List<Table> ALL = List.of(
            TENANTS,
            USERS,
            ITEMS,
            ORDERS,
            ORDER_LINES,
            ORDER_CHARGES,
            IMPORT_REJECTS,
            SYNC_MARKS,
            MODELS,
            MODEL_PROMOTIONS,
            DEPARTURES,
            COUPONS,
            PENDING_ORDERS,
            FEEDBACK_SETTINGS);

    private PostgresTables() {}
}
