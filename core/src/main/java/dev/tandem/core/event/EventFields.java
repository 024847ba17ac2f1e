package dev.tandem.core.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tandem.core.failure.Shown;
import dev.tandem.core.failure.TandemException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The fields of one event's JSON object, each read with a refusal that names it. Unknown fields are left alone. */
public final class EventFields {
    /** Length of an event's JSON at the most, in bytes. */
    public static final int MAX_BYTES = 65_536;

    /** How far ahead of the receiver a sender's clock may be. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;
    private final String path;

    private EventFields(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /** The fields of an event. */
    public static EventFields of(JsonNode event) {
        if (!event.isObject()) {
            throw new EventRefusal(
                    RefusalReason.WRONG_TYPE, "", event.toString(), "The event is no JSON object; send {…}");
        }
        return new EventFields(event, "");
    }

    /** The fields of an event in UTF-8. */
    public static EventFields parse(byte[] event) {
        return parse(event, MAX_BYTES);
    }

    /** The fields of an event in UTF-8 that may have so many bytes. */
    public static EventFields parse(byte[] event, int maxBytes) {
        if (event.length > maxBytes) {
            throw new EventRefusal(
                    RefusalReason.TOO_LARGE,
                    "",
                    event.length + " bytes",
                    "The event has %d bytes; allowed: %d at the most".formatted(event.length, maxBytes));
        }
        try {
            JsonNode json = JSON.readTree(event);
            if (json.isMissingNode()) {
                throw unreadable(event, "it is empty");
            }
            return of(json);
        } catch (JsonProcessingException e) {
            throw unreadable(event, e.getOriginalMessage());
        } catch (IOException e) {
            throw unreadable(event, String.valueOf(e.getMessage()));
        }
    }

    private static EventRefusal unreadable(byte[] event, String problem) {
        String text = new String(event, StandardCharsets.UTF_8);
        return new EventRefusal(RefusalReason.INVALID_JSON, "", text, "The event is no JSON: " + Shown.of(problem));
    }

    /** Whether the field is there and not null. */
    public boolean has(String field) {
        return object.hasNonNull(field);
    }

    /** The value of a field; empty where it is missing or null. */
    public Optional<JsonNode> find(String field) {
        return Optional.ofNullable(object.get(field)).filter(value -> !value.isNull());
    }

    /** The fields of an object inside this one. */
    public EventFields inner(String field) {
        JsonNode inner = value(field);
        if (!inner.isObject()) {
            throw wrongType(field, inner, "an object");
        }
        return new EventFields(inner, name(field) + ".");
    }

    /** The objects of an array that must be there and have some. */
    List<EventFields> elements(String field, int max) {
        JsonNode array = value(field);
        if (!array.isArray()) {
            throw wrongType(field, array, "an array of objects");
        }
        if (array.isEmpty() || array.size() > max) {
            throw invalid(field, "an array of " + array.size(), "1 to %d of them".formatted(max));
        }
        List<EventFields> elements = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            String place = "%s[%d]".formatted(field, elements.size());
            if (!element.isObject()) {
                throw wrongType(place, element, "an object");
            }
            elements.add(new EventFields(element, name(place) + "."));
        }
        return elements;
    }

    /** A number of things that must be there: 1 or more. */
    int count(String field) {
        return wholeNumber(field, 1, Integer.MAX_VALUE);
    }

    /** A whole number that must be there. */
    int wholeNumber(String field, int min, int max) {
        JsonNode value = value(field);
        if (!value.isIntegralNumber()) {
            throw wrongType(field, value, "a whole number");
        }
        if (!value.canConvertToInt() || value.intValue() < min || value.intValue() > max) {
            throw invalid(field, value.toString(), "%d to %d".formatted(min, max));
        }
        return value.intValue();
    }

    /** An amount that must be there, 0 or more; further decimals than these are rounded. */
    public BigDecimal amount(String field, int wholeDigits, int decimals) {
        JsonNode value = value(field);
        if (!value.isNumber()) {
            throw wrongType(field, value, "a number");
        }
        double magnitude = value.doubleValue();
        // First of all, since the decimals of 1e300 would fill the memory.
        if (magnitude >= 0 && magnitude < Math.pow(10, wholeDigits)) {
            BigDecimal amount = value.decimalValue().setScale(decimals, RoundingMode.HALF_UP);
            if (amount.precision() - decimals <= wholeDigits) {
                return amount;
            }
        }
        String most = "9".repeat(wholeDigits) + "." + "9".repeat(decimals);
        throw invalid(field, value.toString(), "0 to " + most);
    }

    /** True or false, which must be there. */
    boolean flag(String field) {
        JsonNode value = value(field);
        if (!value.isBoolean()) {
            throw wrongType(field, value, "true or false");
        }
        return value.booleanValue();
    }

    /** A string that must be there. */
    public String text(String field) {
        JsonNode value = value(field);
        if (!value.isTextual()) {
            throw wrongType(field, value, "a string");
        }
        String text = value.textValue();
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw invalid(field, value.toString(), "whole characters, no half of a surrogate pair");
        }
        return text;
    }

    /** A string of limited length without control characters, or an empty one where it is missing. */
    public String optionalText(String field, int maxLength) {
        if (!has(field)) {
            return "";
        }
        String text = text(field);
        if (text.length() > maxLength || text.chars().anyMatch(Character::isISOControl)) {
            throw invalid(field, text, "%d characters at the most, no control characters".formatted(maxLength));
        }
        return text;
    }

    /** A string that something is made of which says itself what it takes. */
    public <T> T id(String field, Function<String, T> make) {
        String text = text(field);
        try {
            return make.apply(text);
        } catch (TandemException e) {
            throw invalid(field, text, String.valueOf(e.details().get("allowed")));
        }
    }

    /**
     * A time, or the time of receipt where it is missing. A sender whose clock is ahead by no more than {@link
     * #CLOCK_TOLERANCE} has its event count as of now.
     *
     * @param receivedAt when the event was received
     * @param lifetime how old the event may be at receipt
     * @return in whole milliseconds
     */
    public Instant time(String field, Instant receivedAt, Duration lifetime) {
        Instant received = receivedAt.truncatedTo(ChronoUnit.MILLIS);
        Optional<Instant> given = time(field);
        if (given.isEmpty()) {
            return received;
        }
        Instant time = given.get();
        if (time.isAfter(received.plus(CLOCK_TOLERANCE))) {
            throw new EventRefusal(
                    RefusalReason.TIME_IN_FUTURE,
                    name(field),
                    time.toString(),
                    "%s is %s, after the time of receipt %s; leave it out, or set the clock"
                            .formatted(name(field), time, received));
        }
        if (time.isBefore(received.minus(lifetime))) {
            throw new EventRefusal(
                    RefusalReason.TIME_TOO_OLD,
                    name(field),
                    time.toString(),
                    "%s is %s, more than %d days before the time of receipt %s"
                            .formatted(name(field), time, lifetime.toDays(), received));
        }
        return time.isAfter(received) ? received : time;
    }

    /** A time as it is given, in whole milliseconds; empty where it is missing. */
    public Optional<Instant> time(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        String text = text(field);
        try {
            return Optional.of(OffsetDateTime.parse(text.toUpperCase(Locale.ROOT))
                    .toInstant()
                    .truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException e) {
            throw invalid(field, text, "a time with its offset, such as 2026-11-01T09:30:00.250Z");
        }
    }

    /** A refusal of a field's value. */
    public EventRefusal invalid(String field, String value, String allowed) {
        return new EventRefusal(
                RefusalReason.INVALID_VALUE,
                name(field),
                value,
                "%s is '%s'; allowed: %s".formatted(name(field), Shown.of(value), allowed));
    }

    /** What must be there. */
    public JsonNode value(String field) {
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            throw new EventRefusal(
                    RefusalReason.MISSING_FIELD,
                    name(field),
                    value == null ? "" : "null",
                    "%s is missing; every event of this type has it".formatted(name(field)));
        }
        return value;
    }

    /** A refusal of a value whose type cannot be read. */
    public EventRefusal wrongType(String field, JsonNode value, String wanted) {
        return new EventRefusal(
                RefusalReason.WRONG_TYPE,
                name(field),
                value.toString(),
                "%s is %s; it has to be %s".formatted(name(field), Shown.of(value.toString()), wanted));
    }

    private String name(String field) {
        return path + field;
    }
}
