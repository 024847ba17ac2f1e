package dev.tandem.core.event;

import static dev.tandem.core.schema.Columns.ATTRIBUTES;
import static dev.tandem.core.schema.Columns.BUDGET;
import static dev.tandem.core.schema.Columns.CANCELLED_AT;
import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.COOL_DOWN_DAYS;
import static dev.tandem.core.schema.Columns.COUPON_ID;
import static dev.tandem.core.schema.Columns.IN_STOCK;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.ITEM_IDS;
import static dev.tandem.core.schema.Columns.KIND;
import static dev.tandem.core.schema.Columns.MIN_SEVERITY;
import static dev.tandem.core.schema.Columns.NAME;
import static dev.tandem.core.schema.Columns.ONCE_PER_USER;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static dev.tandem.core.schema.Columns.ORDER_ID;
import static dev.tandem.core.schema.Columns.PRICE;
import static dev.tandem.core.schema.Columns.REGISTERED_AT;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.Columns.WITHDRAWN_AT;

import dev.tandem.core.schema.Topic;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.shop.CouponId;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.OrderId;
import dev.tandem.core.shop.OrderKind;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** What a shop registers by events, and what a message of each has: its fields and their limits are those of its table. */
public enum RegistrationKind {
    /** {@code user_id}, and {@code name}, {@code attributes}, {@code registered_at} if known. */
    USER("user", Topics.USERS, USER_ID, UserId::new) {
        @Override
        void copy(RegistrationFields fields, Instant receivedAt) {
            fields.text(NAME).attributes(ATTRIBUTES).time(REGISTERED_AT, receivedAt);
        }

        @Override
        Optional<String> timeField() {
            return Optional.of(REGISTERED_AT);
        }
    },
    /** {@code item_id}, {@code name}, {@code category}, and {@code price}, {@code in_stock}, {@code attributes} if known. */
    ITEM("item", Topics.ITEMS, ITEM_ID, ItemId::new) {
        @Override
        void copy(RegistrationFields fields, Instant receivedAt) {
            fields.require(NAME)
                    .text(NAME)
                    .category(CATEGORY)
                    .amount(PRICE, 10, 2)
                    .flag(IN_STOCK)
                    .attributes(ATTRIBUTES);
        }

        @Override
        Optional<String> timeField() {
            return Optional.empty();
        }
    },
    /**
     * {@code order_id}, all of its {@code lines}, and {@code user_id}, {@code ordered_at}, {@code kind}, {@code cancelled_at}
     * if known.
     */
    ORDER("order", Topics.ORDERS, ORDER_ID, OrderId::new) {
        @Override
        void copy(RegistrationFields fields, Instant receivedAt) {
            fields.id(USER_ID, UserId::new)
                    .time(ORDERED_AT, receivedAt)
                    .id(KIND, OrderKind::of)
                    .time(CANCELLED_AT, receivedAt)
                    .lines();
        }

        @Override
        Optional<String> timeField() {
            return Optional.of(ORDERED_AT);
        }
    },
    /**
     * {@code coupon_id}, {@code name}, {@code discount_kind}, {@code discount}, and {@code category}, {@code item_ids}, {@code
     * valid_from}, {@code valid_until}, {@code withdrawn_at}, {@code min_severity}, {@code once_per_user}, {@code
     * cool_down_days}, {@code budget}, {@code attributes} if need be.
     */
    COUPON("coupon", Topics.COUPONS, COUPON_ID, CouponId::new) {
        @Override
        void copy(RegistrationFields fields, Instant receivedAt) {
            fields.require(NAME)
                    .text(NAME)
                    .discount()
                    .categoryIfGiven(CATEGORY)
                    .itemIds(ITEM_IDS)
                    .validity(receivedAt)
                    .time(WITHDRAWN_AT, receivedAt)
                    .wholeNumber(MIN_SEVERITY, 1, 3)
                    .flag(ONCE_PER_USER)
                    .wholeNumber(COOL_DOWN_DAYS, 0, 3_650)
                    .wholeNumber(BUDGET, 0, Integer.MAX_VALUE)
                    .attributes(ATTRIBUTES);
        }

        @Override
        Optional<String> timeField() {
            return Optional.empty();
        }
    };

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // a topic cannot be changed
    private final Topic topic;

    private final String idField;

    @SuppressWarnings("ImmutableEnumChecker") // nor the constructor of an id
    private final Function<String, ?> toId;

    RegistrationKind(String word, Topic topic, String idField, Function<String, ?> toId) {
        this.word = word;
        this.topic = topic;
        this.idField = idField;
        this.toId = toId;
    }

    /** The kind whose messages a topic carries; empty where it carries others. */
    public static Optional<RegistrationKind> onTopic(String topic) {
        return Arrays.stream(values())
                .filter(kind -> kind.topic.name().equals(topic))
                .findFirst();
    }

    /** The word for it in requests and metrics. */
    public String word() {
        return word;
    }

    /** The topic that carries it. */
    public Topic topic() {
        return topic;
    }

    /**
     * What a message says.
     *
     * @param receivedAt when the broker got it
     * @throws EventRefusal if it is none of this kind
     */
    public Registration decode(byte[] message, Instant receivedAt) {
        EventFields fields = EventFields.parse(message);
        return read(fields, fields.id(TENANT_ID, TenantId::new), receivedAt);
    }

    /**
     * What an event's fields say, which name no tenant.
     *
     * @throws EventRefusal if it is none of this kind
     */
    public Registration read(EventFields given, TenantId tenant, Instant receivedAt) {
        RegistrationFields fields = new RegistrationFields(given);
        fields.tenant(tenant).require(idField).id(idField, toId);
        copy(fields, receivedAt);
        return new Registration(this, tenant, given.text(idField), receivedAt, fields.message());
    }

    /** Copies what a message of this kind has besides its id. */
    abstract void copy(RegistrationFields fields, Instant receivedAt);

    /** Where the time stands at which it happened. */
    abstract Optional<String> timeField();
}
