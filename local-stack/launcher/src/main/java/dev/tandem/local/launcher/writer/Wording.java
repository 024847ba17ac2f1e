package dev.tandem.local.launcher.writer;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a tenant writes to its users.
 *
 * @param locale the language
 * @param categories what categories are called, by id; those that are not there are called what their id says
 * @param phrases all of them
 */
record Wording(
        Locale locale, Currency currency, ZoneId zone, Map<String, String> categories, Map<Phrase, String> phrases) {
    static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    Wording {
        categories = Map.copyOf(categories);
        phrases = new EnumMap<>(phrases);
    }

    /** A phrase with its places filled; what is filled in is never looked at for places again. */
    String fill(Phrase phrase, Map<String, String> values) {
        return PLACE.matcher(text(phrase))
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }

    /** What people call a category. */
    String category(String id) {
        return categories.getOrDefault(id, id);
    }

    /** A number with as many decimals as it needs. */
    NumberFormat number() {
        return NumberFormat.getNumberInstance(locale);
    }

    /** The last day before an instant. */
    String lastDayBefore(Instant instant) {
        return DateTimeFormatter.ofPattern(text(Phrase.DATE), locale)
                .format(instant.minusMillis(1).atZone(zone));
    }

    private String text(Phrase phrase) {
        return phrases.getOrDefault(phrase, "");
    }
}
