package dev.tandem.local.launcher.writer;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;

/** A tenant's file, checked as it is read: all that is wrong with it is said at once. */
final class WordingFile {
    private static final String LANGUAGE = "language";
    private static final String CURRENCY = "currency";
    private static final String TIME_ZONE = "time-zone";
    private static final String CATEGORY = "category.";

    private final String name;
    private final Properties properties;
    private final Function<String, Properties> defaults;
    private final List<String> problems = new ArrayList<>();

    /**
     * A file.
     *
     * @param name for messages
     * @param defaults the phrases of a language for those that the file lacks
     */
    WordingFile(String name, Properties properties, Function<String, Properties> defaults) {
        this.name = name;
        this.properties = properties;
        this.defaults = defaults;
    }

    /**
     * What the file says.
     *
     * @param wanted another language than the file's own; empty for that
     */
    Wording wording(Optional<String> wanted) {
        String language = wanted.orElse(setting(LANGUAGE, "en"));
        Currency currency =
                parsed(CURRENCY, setting(CURRENCY, "EUR"), "a code as in ISO 4217, such as EUR", Currency::getInstance);
        ZoneId zone = parsed(TIME_ZONE, setting(TIME_ZONE, "UTC"), "such as Europe/Berlin", ZoneId::of);
        Map<String, String> categories = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(CATEGORY)) {
                categories.put(key.substring(CATEGORY.length()), setting(key, ""));
            } else if (!key.equals(LANGUAGE) && !key.equals(CURRENCY) && !key.equals(TIME_ZONE)) {
                checkPhrase(key);
            }
        }
        Wording wording = new Wording(Locale.forLanguageTag(language), currency, zone, categories, phrases(language));
        if (!problems.isEmpty()) {
            throw new TandemException(FailureKind.CONFIGURATION, name + ": " + String.join("; ", problems));
        }
        return wording;
    }

    private String setting(String key, String otherwise) {
        return properties.getProperty(key, otherwise).strip();
    }

    private <T> T parsed(String key, String value, String allowed, Function<String, T> parse) {
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new TandemException(
                    FailureKind.CONFIGURATION, "%s: %s is '%s'; allowed: %s".formatted(name, key, value, allowed), e);
        }
    }

    private void checkPhrase(String key) {
        int dot = key.indexOf('.');
        if (dot < 0 || Phrase.of(key.substring(dot + 1)).isEmpty()) {
            problems.add("'%s' is unknown; there are %s, %s, %s, %sID and phrases such as en.greeting"
                    .formatted(key, LANGUAGE, CURRENCY, TIME_ZONE, CATEGORY));
        }
    }

    private Map<Phrase, String> phrases(String language) {
        Properties usual = defaults.apply(language);
        Map<Phrase, String> phrases = new EnumMap<>(Phrase.class);
        for (Phrase phrase : Phrase.values()) {
            String key = language + "." + phrase.key();
            String text = properties.getProperty(key, usual.getProperty(phrase.key()));
            if (text == null) {
                problems.add(
                        "%s is missing, and Tandem brings along English (en) and German (de) alone".formatted(key));
                continue;
            }
            Wording.PLACE
                    .matcher(phrase == Phrase.DATE ? "" : text)
                    .results()
                    .map((MatchResult place) -> place.group(1))
                    .filter(place -> !phrase.places().contains(place))
                    .forEach(place -> problems.add(
                            "%s has {%s}; allowed: %s".formatted(key, place, new TreeSet<>(phrase.places()))));
            phrases.put(phrase, text.strip());
        }
        String date = phrases.getOrDefault(Phrase.DATE, "");
        parsed(language + ".date", date, "a pattern such as d MMMM yyyy", DateTimeFormatter::ofPattern);
        return phrases;
    }
}
