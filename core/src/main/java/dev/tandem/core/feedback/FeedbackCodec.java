package dev.tandem.core.feedback;

import static dev.tandem.core.schema.Columns.FEEDBACK_ID;
import static dev.tandem.core.schema.Columns.FLAGS;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.RATED_AT;
import static dev.tandem.core.schema.Columns.SCORE;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.TEXT;
import static dev.tandem.core.schema.Columns.USER_ID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.event.EventFields;
import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Feedback as JSON objects, in UTF-8: {@code feedback_id}, {@code tenant_id}, {@code user_id}, {@code item_id}, {@code score},
 * {@code text}, {@code rated_at}, and what the receiver found: {@code valid} and {@code flags}.
 *
 * <p>Ids may be whole numbers, a score a whole number or one in a string, a time whatever {@link FeedbackTime} reads. What is
 * missing, empty or out of range is flagged. Refused is only what cannot be read: no object, a field of another type, a user
 * id that nobody can have.
 */
public final class FeedbackCodec {
    /** Characters of a text that are kept. */
    public static final int MAX_TEXT = 10_000;

    /** Whether nothing is wrong with it. */
    public static final String VALID = "valid";

    private static final int MAX_ID = 128;

    private FeedbackCodec() {}

    /** The message that carries a feedback. What it does not have is left out. */
    public static byte[] encode(Feedback feedback) {
        return json(feedback).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The message as an object. */
    public static ObjectNode json(Feedback feedback) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put(FEEDBACK_ID, feedback.feedbackId());
        json.put(TENANT_ID, feedback.tenant().value());
        put(json, USER_ID, feedback.userId());
        put(json, ITEM_ID, feedback.itemId());
        if (!feedback.flags().contains(FeedbackFlag.MISSING_SCORE)) {
            json.put(SCORE, feedback.score());
        }
        put(json, TEXT, feedback.text());
        json.put(RATED_AT, feedback.ratedAt().toString());
        json.put(VALID, feedback.isValid());
        feedback.flagWords().forEach(json.putArray(FLAGS)::add);
        return json;
    }

    /**
     * The feedback of a message.
     *
     * @param receivedAt when the broker got it
     * @throws EventRefusal if it cannot be read
     */
    public static Feedback decode(byte[] message, Instant receivedAt) {
        EventFields fields = EventFields.parse(message);
        return decode(fields, fields.id(TENANT_ID, TenantId::new), receivedAt);
    }

    /**
     * The feedback of a message's fields.
     *
     * @throws EventRefusal if it cannot be read
     */
    public static Feedback decode(EventFields fields, TenantId tenant, Instant receivedAt) {
        // Who took it in saw what it was like: a time that could not be read is not in the message any more.
        return read(fields, tenant, receivedAt, given(fields));
    }

    /**
     * The feedback of a request's fields, which name no tenant.
     *
     * @throws EventRefusal if it cannot be read
     */
    public static Feedback read(EventFields fields, TenantId tenant, Instant receivedAt) {
        return read(fields, tenant, receivedAt, EnumSet.noneOf(FeedbackFlag.class));
    }

    private static Feedback read(EventFields fields, TenantId tenant, Instant receivedAt, Set<FeedbackFlag> flags) {
        Instant received = receivedAt.truncatedTo(ChronoUnit.MILLIS);
        String user = user(fields, flags);
        String item = item(fields, flags);
        int score = score(fields, flags);
        String text = text(fields, flags);
        Instant ratedAt = time(fields, received, flags);
        String id = fields.optionalText(FEEDBACK_ID, MAX_ID);
        return new Feedback(
                id.isBlank() ? Feedback.derivedId(tenant, user, item, score, text, ratedAt) : id,
                tenant,
                user,
                item,
                score,
                text,
                ratedAt,
                received,
                flags);
    }

    private static Set<FeedbackFlag> given(EventFields fields) {
        Set<FeedbackFlag> flags = EnumSet.noneOf(FeedbackFlag.class);
        fields.find(FLAGS)
                .ifPresent(words ->
                        words.forEach(word -> FeedbackFlag.of(word.asText()).ifPresent(flags::add)));
        return flags;
    }

    private static String user(EventFields fields, Set<FeedbackFlag> flags) {
        String user = id(fields, USER_ID);
        if (user.isEmpty()) {
            flags.add(FeedbackFlag.MISSING_USER_ID);
            return "";
        }
        try {
            return new UserId(user).value();
        } catch (TandemException e) {
            throw fields.invalid(USER_ID, user, String.valueOf(e.details().get("allowed")));
        }
    }

    private static String item(EventFields fields, Set<FeedbackFlag> flags) {
        String item = id(fields, ITEM_ID);
        if (item.isEmpty()) {
            if (!flags.contains(FeedbackFlag.UNUSABLE_ITEM_ID)) {
                flags.add(FeedbackFlag.MISSING_ITEM_ID);
            }
            return "";
        }
        try {
            return new ItemId(item).value();
        } catch (TandemException e) {
            flags.add(FeedbackFlag.UNUSABLE_ITEM_ID);
            return "";
        }
    }

    private static String id(EventFields fields, String field) {
        Optional<JsonNode> value = fields.find(field);
        if (value.isEmpty()) {
            return "";
        }
        if (value.get().isIntegralNumber()) {
            return value.get().asText();
        }
        return fields.text(field).strip();
    }

    private static int score(EventFields fields, Set<FeedbackFlag> flags) {
        Optional<JsonNode> given = fields.find(SCORE);
        if (given.isEmpty()) {
            flags.add(FeedbackFlag.MISSING_SCORE);
            return 0;
        }
        int score = wholeNumber(given.get())
                .orElseThrow(() -> fields.wrongType(SCORE, given.get(), "a whole number, 1 to 5"));
        if (score < 1 || score > 5) {
            flags.add(FeedbackFlag.SCORE_OUT_OF_RANGE);
        }
        return score;
    }

    /** A whole number, also as 2.0 or in a string; what no int holds is the one that is nearest. */
    private static Optional<Integer> wholeNumber(JsonNode value) {
        BigDecimal number;
        if (value.isNumber()) {
            double magnitude = value.doubleValue();
            if (!(Math.abs(magnitude) < Integer.MAX_VALUE)) {
                return Optional.of(magnitude > 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE);
            }
            number = value.decimalValue();
        } else if (value.isTextual() && value.textValue().strip().matches("[+-]?\\d{1,9}(\\.0{1,9})?")) {
            number = new BigDecimal(value.textValue().strip());
        } else {
            return Optional.empty();
        }
        return number.stripTrailingZeros().scale() <= 0 ? Optional.of(number.intValue()) : Optional.empty();
    }

    private static String text(EventFields fields, Set<FeedbackFlag> flags) {
        String text = fields.has(TEXT) ? fields.text(TEXT) : "";
        if (text.isEmpty()) {
            flags.add(FeedbackFlag.MISSING_TEXT);
        } else if (text.isBlank()) {
            flags.add(FeedbackFlag.BLANK_TEXT);
        } else if (text.length() > MAX_TEXT) {
            flags.add(FeedbackFlag.TEXT_TOO_LONG);
            int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
            return text.substring(0, end);
        }
        return text;
    }

    private static Instant time(EventFields fields, Instant received, Set<FeedbackFlag> flags) {
        Optional<JsonNode> given = fields.find(RATED_AT);
        if (given.isEmpty() || isBlank(given.get())) {
            flags.add(FeedbackFlag.MISSING_TIME);
            return received;
        }
        Optional<Instant> time = FeedbackTime.of(given.get());
        if (time.isEmpty()) {
            flags.add(FeedbackFlag.UNREADABLE_TIME);
            return received;
        }
        if (time.get().isAfter(received.plus(EventFields.CLOCK_TOLERANCE))) {
            flags.add(FeedbackFlag.TIME_IN_FUTURE);
            return received;
        }
        return time.get().isAfter(received) ? received : time.get();
    }

    private static boolean isBlank(JsonNode value) {
        return value.isTextual() && value.textValue().isBlank();
    }

    private static void put(ObjectNode json, String field, String value) {
        if (!value.isEmpty()) {
            json.put(field, value);
        }
    }
}
