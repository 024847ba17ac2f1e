package dev.tandem.serving.dialect.feedbackchannel;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of a request, read as leniently as the former service read them: a whole number may be a decimal without a
 * fraction, a text, true or false. What cannot be read even so is complained of, field by field.
 */
final class LaxFields {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]+(?:_[0-9]+)*(?:\\.0+)?");
    private static final Pattern BLANKS_AROUND = Pattern.compile("^\\s+|\\s+$", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern HALF_OF_A_PAIR = Pattern.compile("[\\ud800-\\udbff\\udc00-\\udfff]");
    private static final int MAX_DIGITS = 127;
    private static final double MOST = 0x1p63;

    private final JsonNode object;
    private final List<Complaint> complaints = new ArrayList<>();

    LaxFields(JsonNode object) {
        this.object = object;
    }

    /** What has been found wrong, in the order in which the fields were read. */
    List<Complaint> complaints() {
        return List.copyOf(complaints);
    }

    /** A whole number; empty where there is none, or none that can be read. */
    Optional<BigInteger> integer(String field) {
        Optional<JsonNode> given = find(field);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        JsonNode value = given.get();
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue() ? BigInteger.ONE : BigInteger.ZERO);
        }
        if (value.isIntegralNumber()) {
            return bounded(field, value, value.bigIntegerValue());
        }
        if (value.isNumber()) {
            return ofDecimal(field, value);
        }
        if (value.isTextual()) {
            return ofText(field, value);
        }
        return complain(field, "int_type", "Input should be a valid integer", value);
    }

    private Optional<BigInteger> ofDecimal(String field, JsonNode value) {
        double number = value.doubleValue();
        if (!Double.isFinite(number)) {
            return complain(field, "finite_number", "Input should be a finite number", value);
        }
        if (number != Math.rint(number)) {
            return complain(
                    field,
                    "int_from_float",
                    "Input should be a valid integer, got a number with a fractional part",
                    value);
        }
        return number >= -MOST && number < MOST
                ? Optional.of(BigInteger.valueOf((long) number))
                : tooLarge(field, value);
    }

    private Optional<BigInteger> ofText(String field, JsonNode value) {
        String text = BLANKS_AROUND.matcher(value.textValue()).replaceAll("");
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            return complain(
                    field,
                    "int_parsing",
                    "Input should be a valid integer, unable to parse string as an integer",
                    value);
        }
        String digits = text.replaceFirst("\\..*", "").replace("_", "");
        return digits.length() > MAX_DIGITS + 1
                ? tooLarge(field, value)
                : bounded(field, value, new BigInteger(digits));
    }

    private Optional<BigInteger> bounded(String field, JsonNode value, BigInteger number) {
        return number.abs().toString().length() > MAX_DIGITS ? tooLarge(field, value) : Optional.of(number);
    }

    private Optional<BigInteger> tooLarge(String field, JsonNode value) {
        return complain(
                field, "int_parsing_size", "Unable to parse input string as an integer, exceeded maximum size", value);
    }

    /** A time; empty where there is none, or none that can be read. */
    Optional<Instant> time(String field) {
        Optional<JsonNode> given = find(field);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        JsonNode value = given.get();
        if (!value.isNumber() && !value.isTextual()) {
            return complain(field, "datetime_type", "Input should be a valid datetime", value);
        }
        try {
            return Optional.of(LaxTime.of(value));
        } catch (LaxTime.Unreadable problem) {
            complaints.add(Complaint.ofTime(field, problem, value));
            return Optional.empty();
        }
    }

    /** A text, in which halves of surrogate pairs are replaced; empty where there is none, or none that can be read. */
    Optional<String> text(String field) {
        Optional<JsonNode> given = find(field);
        if (given.isPresent() && !given.get().isTextual()) {
            return complain(field, "string_type", "Input should be a valid string", given.get());
        }
        return given.map(text -> HALF_OF_A_PAIR.matcher(text.textValue()).replaceAll("\ufffd"));
    }

    private Optional<JsonNode> find(String field) {
        return Optional.ofNullable(object.get(field)).filter(value -> !value.isNull());
    }

    private <T> Optional<T> complain(String field, String type, String message, JsonNode input) {
        complaints.add(Complaint.ofField(field, type, message, input));
        return Optional.empty();
    }
}
