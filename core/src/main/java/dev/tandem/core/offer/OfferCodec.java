package dev.tandem.core.offer;

import static dev.tandem.core.schema.Columns.ATTEMPTS;
import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.COUPON_ID;
import static dev.tandem.core.schema.Columns.DISCOUNT;
import static dev.tandem.core.schema.Columns.DISCOUNT_KIND;
import static dev.tandem.core.schema.Columns.GOODWILL_NAME;
import static dev.tandem.core.schema.Columns.ITEM_IDS;
import static dev.tandem.core.schema.Columns.NAME;
import static dev.tandem.core.schema.Columns.OFFERED_AT;
import static dev.tandem.core.schema.Columns.OFFER_ID;
import static dev.tandem.core.schema.Columns.REASON;
import static dev.tandem.core.schema.Columns.RECEIVED_AT;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.Columns.VALID_UNTIL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.event.EventFields;
import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackCodec;
import dev.tandem.core.shop.DiscountKind;
import dev.tandem.core.shop.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Offers as JSON objects, in UTF-8: {@code offer_id}, {@code tenant_id}, {@code user_id}, {@code user_name}, {@code item_name},
 * {@code category}; {@code feedback} as {@link FeedbackCodec} has it, with {@code received_at} and {@code severity}; {@code
 * discount} with {@code coupon_id}, {@code name}, {@code discount_kind}, {@code discount}, {@code category}, {@code item_ids}
 * and {@code valid_until}, which is not there for an apology alone; {@code goodwill_name} where no coupon was chosen; {@code
 * reason}, {@code benefit}, {@code probability}, {@code offered_at} and {@code attempts}. What is not known is left out.
 */
public final class OfferCodec {
    private static final String FEEDBACK = "feedback";
    private static final String SEVERITY = "severity";
    private static final String USER_NAME = "user_name";
    private static final String ITEM_NAME = "item_name";
    private static final String BENEFIT = "benefit";
    private static final String PROBABILITY = "probability";

    /** Leaves amounts their decimals. */
    private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

    /** An offer has the feedback whole and all items of its coupon. */
    private static final int MAX_BYTES = 1 << 20;

    private OfferCodec() {}

    /** The message that carries an offer. */
    public static byte[] encode(Offer offer) {
        return text(offer).getBytes(StandardCharsets.UTF_8);
    }

    /** The message as text. */
    public static String text(Offer offer) {
        Feedback feedback = offer.feedback();
        ObjectNode json = NODES.objectNode();
        json.put(OFFER_ID, offer.offerId());
        json.put(TENANT_ID, feedback.tenant().value());
        json.put(USER_ID, feedback.userId());
        put(json, USER_NAME, offer.userName());
        put(json, ITEM_NAME, offer.itemName());
        put(json, CATEGORY, offer.category());
        json.set(
                FEEDBACK,
                FeedbackCodec.json(feedback)
                        .put(RECEIVED_AT, feedback.receivedAt().toString())
                        .put(SEVERITY, feedback.severity()));
        put(json, GOODWILL_NAME, offer.goodwillName());
        Discount discount = offer.discount();
        if (discount != null) {
            json.set(DISCOUNT, discount(discount));
        }
        json.put(REASON, offer.reason());
        json.put(BENEFIT, rounded(offer.benefit(), 2));
        json.put(PROBABILITY, rounded(offer.probability(), 4));
        json.put(OFFERED_AT, offer.offeredAt().toString());
        json.put(ATTEMPTS, offer.attempt());
        return json.toString();
    }

    /**
     * The offer of a message.
     *
     * @throws EventRefusal if it is none
     */
    public static Offer decode(byte[] message) {
        EventFields fields = EventFields.parse(message, MAX_BYTES);
        TenantId tenant = fields.id(TENANT_ID, TenantId::new);
        EventFields inner = fields.inner(FEEDBACK);
        inner.value(RECEIVED_AT);
        Instant receivedAt = inner.time(RECEIVED_AT).orElseThrow();
        Feedback feedback = FeedbackCodec.decode(inner, tenant, receivedAt);
        return new Offer(
                fields.text(OFFER_ID),
                feedback,
                text(fields, USER_NAME),
                text(fields, ITEM_NAME),
                text(fields, CATEGORY),
                text(fields, GOODWILL_NAME),
                fields.has(DISCOUNT) ? discount(fields.inner(DISCOUNT)) : null,
                text(fields, REASON),
                fields.find(BENEFIT).map(JsonNode::doubleValue).orElse(0.0),
                fields.find(PROBABILITY).map(JsonNode::doubleValue).orElse(0.0),
                fields.time(OFFERED_AT).orElse(receivedAt),
                fields.find(ATTEMPTS).map(JsonNode::intValue).orElse(1));
    }

    private static ObjectNode discount(Discount discount) {
        ObjectNode json = NODES.objectNode();
        put(json, COUPON_ID, discount.couponId());
        json.put(NAME, discount.name());
        json.put(DISCOUNT_KIND, discount.kind().word());
        json.put(DISCOUNT, discount.amount());
        put(json, CATEGORY, discount.category());
        if (!discount.itemIds().isEmpty()) {
            discount.itemIds().forEach(json.putArray(ITEM_IDS)::add);
        }
        Instant until = discount.validUntil();
        if (until != null) {
            json.put(VALID_UNTIL, until.toString());
        }
        return json;
    }

    private static Discount discount(EventFields fields) {
        Set<String> items = new HashSet<>();
        fields.find(ITEM_IDS).ifPresent(ids -> ids.forEach(id -> items.add(id.asText())));
        @Nullable Instant until = fields.time(VALID_UNTIL).orElse(null);
        return new Discount(
                text(fields, COUPON_ID),
                text(fields, NAME),
                fields.id(DISCOUNT_KIND, DiscountKind::of),
                fields.amount(DISCOUNT, 10, 2),
                text(fields, CATEGORY),
                items,
                until);
    }

    private static String text(EventFields fields, String field) {
        return fields.has(field) ? fields.text(field) : "";
    }

    private static void put(ObjectNode json, String field, String value) {
        if (!value.isEmpty()) {
            json.put(field, value);
        }
    }

    private static double rounded(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        return Math.round(value * scale) / scale;
    }
}
