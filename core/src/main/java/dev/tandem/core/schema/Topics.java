package dev.tandem.core.schema;

import java.time.Duration;
import java.util.List;

/** The topics in Kafka. */
public final class Topics {
    private static final String REJECTED = ".rejected";
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    public static final Topic VIEWS = new Topic("tandem.views.v1", 6, WEEK);
    public static final Topic VIEWS_REJECTED = rejectedOf(VIEWS);

    /** Views as the clients of an existing shop publish them. */
    public static final Topic PRODUCT_VIEWS = new Topic("product_views", 6, WEEK);

    public static final Topic PRODUCT_VIEWS_REJECTED = rejectedOf(PRODUCT_VIEWS);

    public static final Topic USERS = new Topic("tandem.users.v1", 6, WEEK);
    public static final Topic USERS_REJECTED = rejectedOf(USERS);
    public static final Topic ITEMS = new Topic("tandem.items.v1", 6, WEEK);
    public static final Topic ITEMS_REJECTED = rejectedOf(ITEMS);
    public static final Topic ORDERS = new Topic("tandem.orders.v1", 6, WEEK);
    public static final Topic ORDERS_REJECTED = rejectedOf(ORDERS);
    public static final Topic COUPONS = new Topic("tandem.coupons.v1", 3, WEEK);
    public static final Topic COUPONS_REJECTED = rejectedOf(COUPONS);

    /** Feedback with a score of 1 to 3; which partition it has, its score says. */
    public static final Topic CRITICAL_FEEDBACK = new Topic("tandem.critical-feedback.v1", 3, MONTH);

    public static final Topic CRITICAL_FEEDBACK_REJECTED = rejectedOf(CRITICAL_FEEDBACK);

    /** All other feedback. */
    public static final Topic ROUTINE_FEEDBACK = new Topic("tandem.routine-feedback.v1", 3, MONTH);

    public static final Topic ROUTINE_FEEDBACK_REJECTED = rejectedOf(ROUTINE_FEEDBACK);

    /** Answers to critical feedback, parted like it. */
    public static final Topic OFFERS = new Topic("tandem.offers.v1", 3, MONTH);

    public static final Topic OFFERS_REJECTED = rejectedOf(OFFERS);
    public static final Topic OFFER_ACKS = new Topic("tandem.offer-acks.v1", 3, WEEK);
    public static final Topic OFFER_ACKS_REJECTED = rejectedOf(OFFER_ACKS);

    /** Every topic of the contract. */
    public static final List<Topic> ALL = List.of(
            VIEWS,
            VIEWS_REJECTED,
            PRODUCT_VIEWS,
            PRODUCT_VIEWS_REJECTED,
            USERS,
            USERS_REJECTED,
            ITEMS,
            ITEMS_REJECTED,
            ORDERS,
            ORDERS_REJECTED,
            COUPONS,
            COUPONS_REJECTED,
            CRITICAL_FEEDBACK,
            CRITICAL_FEEDBACK_REJECTED,
            ROUTINE_FEEDBACK,
            ROUTINE_FEEDBACK_REJECTED,
            OFFERS,
            OFFERS_REJECTED,
            OFFER_ACKS,
            OFFER_ACKS_REJECTED);

    private Topics() {}

    /** The topic that keeps what was refused of another one. */
    private static Topic rejectedOf(Topic topic) {
        return new Topic(rejected(topic.name()), 1, MONTH);
    }

    /** The name of the topic that keeps what was refused of the one named. */
    public static String rejected(String topic) {
        return topic + REJECTED;
    }
}
