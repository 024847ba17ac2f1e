package dev.tandem.core.schema;

/** The name of every column, once. The same word means the same thing in every table, message and answer. */
public final class Columns {
    public static final String ALGORITHM = "algorithm";
    public static final String ARTEFACT_URI = "artefact_uri";
    public static final String ATTRIBUTES = "attributes";
    public static final String CANCELLED_AT = "cancelled_at";
    public static final String CATEGORY = "category";
    public static final String CAUSE = "cause";
    public static final String CHANGE_NUMBER = "change_number";
    public static final String CODE = "code";
    public static final String COUPON_ID = "coupon_id";
    public static final String CODE_VERSION = "code_version";
    public static final String CREATED_AT = "created_at";
    public static final String DEPARTURE_NUMBER = "departure_number";
    public static final String DESCRIPTION = "description";
    public static final String DISCOUNT = "discount";
    public static final String DISCOUNT_KIND = "discount_kind";
    public static final String EVENTS_UNTIL = "events_until";
    public static final String GENERATED_AT = "generated_at";
    public static final String INTERVAL_END = "interval_end";
    public static final String INTERVAL_START = "interval_start";
    public static final String IN_STOCK = "in_stock";
    public static final String ITEMS = "items";
    public static final String ITEM_ID = "item_id";
    public static final String ITEM_IDS = "item_ids";
    public static final String JOB = "job";
    public static final String KIND = "kind";
    public static final String LINE_NUMBER = "line_number";
    public static final String METRICS = "metrics";
    public static final String MODEL_VERSION = "model_version";
    public static final String NAME = "name";
    public static final String ORDERED_AT = "ordered_at";
    public static final String ORDER_ID = "order_id";
    public static final String PAYLOAD = "payload";
    public static final String PRICE = "price";
    public static final String PROMOTED_AT = "promoted_at";
    public static final String PROMOTION_NUMBER = "promotion_number";
    public static final String PUBLISHED_AT = "published_at";
    public static final String QUANTITY = "quantity";
    public static final String REASON = "reason";
    public static final String REGISTERED_AT = "registered_at";
    public static final String ROW_COUNTS = "row_counts";
    public static final String ROW_NUMBER = "row_number";
    public static final String SETTINGS = "settings";
    public static final String SOURCE = "source";
    public static final String SYNCED_AT = "synced_at";
    public static final String TENANT_ID = "tenant_id";
    public static final String TIMINGS = "timings";
    public static final String TRAINED_AT = "trained_at";
    public static final String UNIT_PRICE = "unit_price";
    public static final String VERDICT = "verdict";
    public static final String VERDICT_REASONS = "verdict_reasons";
    public static final String USER_ID = "user_id";
    public static final String VALID_FROM = "valid_from";
    public static final String VALID_UNTIL = "valid_until";
    public static final String WITHDRAWN_AT = "withdrawn_at";

    private Columns() {}
}
