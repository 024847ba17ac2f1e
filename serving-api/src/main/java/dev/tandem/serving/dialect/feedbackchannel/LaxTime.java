package dev.tandem.serving.dialect.feedbackchannel;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time as the former service read it: a date, with or without a time of day and an offset, or a number of Unix. */
final class LaxTime {
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})"
            + "(?:[Tt _]([01]\\d|2[0-3]):([0-5]\\d)(?::([0-5]\\d)(?:[.,](\\d+))?)?"
            + "(?:[Zz]|([+\\-\u2212])([01]\\d|2[0-3]):?([0-5]\\d))?)?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d{1,18}(?:\\.\\d*)?|\\.\\d+)");
    /** Numbers beyond are milliseconds, up to it seconds. */
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(20_000_000_000L);

    private static final BigDecimal FIRST_MILLI = BigDecimal.valueOf(-62_167_219_200_000L);
    private static final BigDecimal LAST_MILLI = BigDecimal.valueOf(253_402_300_799_999L);
    private static final BigDecimal YEAR_ONE = BigDecimal.valueOf(-62_135_596_800_000L);
    private static final String NO_YEAR = "year 0 is out of range";
    private static final int MAX_LENGTH = 128;
    private static final int DATE_LENGTH = 10;

    private LaxTime() {}

    /** Why a value is no time. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final boolean isOfText;

        private Unreadable(String cause, boolean isOfText) {
            super(cause, null, false, false);
            this.isOfText = isOfText;
        }

        String type() {
            return isOfText ? "datetime_from_date_parsing" : "datetime_parsing";
        }

        String message() {
            return "Input should be a valid datetime" + (isOfText ? " or date, " : ", ") + cause();
        }

        String cause() {
            return String.valueOf(getMessage());
        }
    }

    /** The time that a number or a text says; without an offset it is of UTC, without a time of day midnight. */
    static Instant of(JsonNode value) {
        if (!value.isNumber()) {
            return ofText(value.textValue());
        }
        double magnitude = value.doubleValue();
        return Double.isInfinite(magnitude)
                ? ofNumber(magnitude > 0 ? LAST_MILLI.add(BigDecimal.ONE) : FIRST_MILLI.subtract(BigDecimal.ONE), false)
                : ofNumber(value.decimalValue(), false);
    }

    private static Instant ofText(String text) {
        Matcher time = TIME.matcher(text);
        if (text.length() <= MAX_LENGTH && time.matches() && dateProblem(text).isEmpty()) {
            if (text.startsWith("0000")) {
                throw new Unreadable(NO_YEAR, false);
            }
            return ofParts(time);
        }
        if (text.length() <= MAX_LENGTH && NUMBER.matcher(text).matches()) {
            return ofNumber(new BigDecimal(text), true);
        }
        String problem = dateProblem(text);
        throw new Unreadable(problem.isEmpty() ? "unexpected extra characters at the end of the input" : problem, true);
    }

    private static Instant ofParts(Matcher time) {
        Instant at = LocalDate.parse(time.group(1)).atStartOfDay().toInstant(ZoneOffset.UTC);
        int minutes = number(time.group(2)) * 60 + number(time.group(3));
        int offset = number(time.group(7)) * 60 + number(time.group(8));
        String fraction = time.group(5) == null ? "" : time.group(5);
        return at.plusSeconds(60L * ("+".equals(time.group(6)) ? minutes - offset : minutes + offset))
                .plusSeconds(number(time.group(4)))
                .plusNanos(number((fraction + "000000000").substring(0, 9)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** What is wrong with the date that a text begins with; empty where nothing is. */
    private static String dateProblem(String text) {
        if (text.length() < DATE_LENGTH) {
            return "input is too short";
        }
        if (!text.matches("(?s)\\d{4}.*")) {
            return "invalid character in year";
        }
        if (text.charAt(4) != '-') {
            return "invalid date separator, expected `-`";
        }
        if (!text.substring(5, 7).matches("\\d{2}")) {
            return "invalid character in month";
        }
        if (text.charAt(7) != '-') {
            return "invalid date separator, expected `-`";
        }
        if (!text.substring(8, DATE_LENGTH).matches("\\d{2}")) {
            return "invalid character in day";
        }
        int month = Integer.parseInt(text.substring(5, 7));
        if (month < 1 || month > 12) {
            return "month value is outside expected range of 1-12";
        }
        int day = Integer.parseInt(text.substring(8, DATE_LENGTH));
        int days = YearMonth.of(Integer.parseInt(text.substring(0, 4)), month).lengthOfMonth();
        return day < 1 || day > days ? "day value is outside expected range" : "";
    }

    private static Instant ofNumber(BigDecimal number, boolean isOfText) {
        BigDecimal millis = number.abs().compareTo(MOST_SECONDS) > 0 ? number : number.movePointRight(3);
        if (millis.compareTo(LAST_MILLI) > 0) {
            throw new Unreadable("dates after 9999 are not supported as unix timestamps", isOfText);
        }
        if (millis.compareTo(FIRST_MILLI) < 0) {
            throw new Unreadable("dates before 0000 are not supported as unix timestamps", isOfText);
        }
        if (millis.compareTo(YEAR_ONE) < 0) {
            throw new Unreadable(NO_YEAR, false);
        }
        return Instant.ofEpochMilli(millis.setScale(0, RoundingMode.FLOOR).longValueExact());
    }
}
