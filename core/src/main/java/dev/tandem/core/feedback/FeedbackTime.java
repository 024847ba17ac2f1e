package dev.tandem.core.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as people's programs write them: ISO dates, ISO times with or without offset, numbers of Unix. */
public final class FeedbackTime {
    /** Numbers beyond are milliseconds, up to it seconds. */
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(20_000_000_000L);

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final int MAX_LENGTH = 64;

    private static final int DATE_LENGTH = 10;
    private static final int MAX_DIGITS = 18;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,9})?");

    /** An offset may have minutes or not, and a colon or not. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .parseLenient()
            .appendOffset("+HH", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private FeedbackTime() {}

    /**
     * The time that a value says; empty where it says none.
     *
     * @return in whole milliseconds, of the years 1 to 9999; without an offset it is of UTC, without a time of day midnight
     */
    public static Optional<Instant> of(JsonNode value) {
        return read(value)
                .map(time -> time.truncatedTo(ChronoUnit.MILLIS))
                .filter(time -> !time.isBefore(FIRST) && !time.isAfter(LAST));
    }

    private static Optional<Instant> read(JsonNode value) {
        if (!value.isNumber()) {
            return ofText(value.asText().strip());
        }
        // Beyond what a double holds there are no decimals to ask for.
        return Double.isFinite(value.doubleValue()) ? ofNumber(value.decimalValue()) : Optional.empty();
    }

    private static Optional<Instant> ofText(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (NUMBER.matcher(text).matches()) {
            return ofNumber(new BigDecimal(text));
        }
        try {
            TemporalAccessor read = TIME.parse(withT(text));
            LocalDate date = LocalDate.from(read);
            @Nullable LocalTime time = read.query(TemporalQueries.localTime());
            @Nullable ZoneOffset offset = read.query(TemporalQueries.offset());
            return Optional.of((time == null ? date.atStartOfDay() : date.atTime(time))
                    .toInstant(offset == null ? ZoneOffset.UTC : offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String withT(String text) {
        return text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
                ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1)
                : text;
    }

    private static Optional<Instant> ofNumber(BigDecimal number) {
        if (number.precision() - number.scale() > MAX_DIGITS) {
            return Optional.empty();
        }
        BigDecimal millis = number.abs().compareTo(MOST_SECONDS) > 0 ? number : number.movePointRight(3);
        return Optional.of(
                Instant.ofEpochMilli(millis.setScale(0, RoundingMode.FLOOR).longValue()));
    }
}
