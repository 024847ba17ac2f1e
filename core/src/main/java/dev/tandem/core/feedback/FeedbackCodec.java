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
import dev.tandem.core.event.DerivedId;
import dev.tandem.core.event.EventFields;
import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Feedback as JSON objects, in UTF-8: {@code feedback_id}, {@code tenant_id}, {@code user_id}, {@code item_id}, {@code score},
 * {@code text}, {@code rated_at}, and what the receiver found: {@code valid} and {@code flags}.
 *
 * <p>Ids may be whole numbers, a score a whole number or one in a string, a time whatever {@link FeedbackTime} reads. What is
 * missing, empty or out of range is flagged. Refused is only what cannot be read: no object, a field of another type, a user
 * id that nobody can have, a feedback id that is too long.
 */
public final class FeedbackCodec {
    /** Characters of a text that are kept. */
    public static final int MAX_TEXT = 10_000;

    /** Whether nothing is wrong with it. */
    public static final String VALID = "valid";

    private static final int MAX_ID = 128;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    /** What is not seen any more in the message of who took it in: it says what was made of it. */
    private static final Set<FeedbackFlag> SEEN_ONCE = Set.of(
            FeedbackFlag.UNUSABLE_ITEM_ID,
            FeedbackFlag.TEXT_TOO_LONG,
            FeedbackFlag.MISSING_TIME,
            FeedbackFlag.UNREADABLE_TIME,
            FeedbackFlag.TIME_IN_FUTURE);

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
        return read(fields, tenant, receivedAt, seenOnce(fields));
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
        String id = feedbackId(fields);
        return new Feedback(
                id.isEmpty()
                        ? DerivedId.of(
                                tenant.value(), user, item, Integer.toString(score), text, saidTime(fields, received))
                        : id,
                tenant,
                user,
                item,
                score,
                text,
                ratedAt,
                received,
                flags);
    }

    private static Set<FeedbackFlag> seenOnce(EventFields fields) {
        Set<FeedbackFlag> flags = EnumSet.noneOf(FeedbackFlag.class);
        fields.find(FLAGS)
                .ifPresent(words -> words.forEach(word -> FeedbackFlag.of(word.asText())
                        .filter(SEEN_ONCE::contains)
                        .ifPresent(flags::add)));
        return flags;
    }

    private static String feedbackId(EventFields fields) {
        if (!isWholeNumber(fields, FEEDBACK_ID)) {
            return fields.optionalText(FEEDBACK_ID, MAX_ID).strip();
        }
        String number = id(fields, FEEDBACK_ID);
        if (number.length() > MAX_ID) {
            throw fields.invalid(FEEDBACK_ID, number, MAX_ID + " digits at the most");
        }
        return number;
    }

    private static String user(EventFields fields, Set<FeedbackFlag> flags) {
        String user = id(fields, USER_ID);
        if (user.isEmpty()) {
            flags.add(FeedbackFlag.MISSING_USER_ID);
            return "";
        }
        if (!isWhole(user)) {
            throw fields.invalid(USER_ID, user, "whole characters, no half of a surrogate pair");
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
        flags.remove(FeedbackFlag.UNUSABLE_ITEM_ID);
        if (!isWhole(item)) {
            flags.add(FeedbackFlag.UNUSABLE_ITEM_ID);
            return "";
        }
        try {
            return new ItemId(item).value();
        } catch (TandemException e) {
            flags.add(FeedbackFlag.UNUSABLE_ITEM_ID);
            return "";
        }
    }

    /** A string, or a whole number as one; empty where there is none. */
    private static String id(EventFields fields, String field) {
        return isWholeNumber(fields, field)
                ? fields.find(field).orElseThrow().asText()
                : string(fields, field).strip();
    }

    private static boolean isWholeNumber(EventFields fields, String field) {
        return fields.find(field).filter(JsonNode::isIntegralNumber).isPresent();
    }

    /** A string as it is given; empty where there is none. */
    private static String string(EventFields fields, String field) {
        Optional<JsonNode> value = fields.find(field);
        if (value.isPresent() && !value.get().isTextual()) {
            throw fields.wrongType(field, value.get(), "a string");
        }
        return value.map(JsonNode::textValue).orElse("");
    }

    private static boolean isWhole(String text) {
        return text.equals(whole(text));
    }

    /** The same with a question mark for each half of a surrogate pair, which has no form in UTF-8. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static int score(EventFields fields, Set<FeedbackFlag> flags) {
        Optional<JsonNode> given = fields.find(SCORE);
        if (given.isEmpty() || isBlank(given.get())) {
            flags.add(FeedbackFlag.MISSING_SCORE);
            return 0;
        }
        int score = wholeNumber(given.get())
                .orElseThrow(() -> fields.wrongType(SCORE, given.get(), "a whole number, 1 to 5"));
        if (!Feedback.isScore(score)) {
            flags.add(FeedbackFlag.SCORE_OUT_OF_RANGE);
        }
        return score;
    }

    /** A whole number, also as 2.0 or in a string; what no int holds is the one that is nearest. */
    private static Optional<Integer> wholeNumber(JsonNode value) {
        double number;
        if (value.isNumber()) {
            number = value.doubleValue();
        } else if (value.isTextual()
                && NUMBER.matcher(value.textValue().strip()).matches()) {
            number = Double.parseDouble(value.textValue().strip());
        } else {
            return Optional.empty();
        }
        return number == Math.rint(number) ? Optional.of((int) number) : Optional.empty();
    }

    private static String text(EventFields fields, Set<FeedbackFlag> flags) {
        String text = whole(string(fields, TEXT));
        if (text.isEmpty()) {
            flags.add(FeedbackFlag.MISSING_TEXT);
        } else if (text.isBlank()) {
            flags.add(FeedbackFlag.BLANK_TEXT);
        }
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        flags.add(FeedbackFlag.TEXT_TOO_LONG);
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT);
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

    /** The time as it was given, so that who sends a feedback again, with a clock that is ahead, sends the same one. */
    private static String saidTime(EventFields fields, Instant received) {
        return fields.find(RATED_AT)
                .filter(given -> !isBlank(given))
                .map(given -> FeedbackTime.of(given).map(Instant::toString).orElseGet(given::toString))
                .orElseGet(received::toString);
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
