package dev.tandem.serving.ranking;

import dev.tandem.core.recommendation.RankedItem;
import dev.tandem.core.recommendation.RankedItems;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Ranked lists to test with. */
public final class Lists {
    public static final Instant EVENTS_UNTIL = Instant.parse("2026-01-02T00:00:00Z");
    public static final Instant GENERATED_AT = Instant.parse("2026-01-02T00:10:00Z");

    private Lists() {}

    /** A list of {@code size} items, {@code <prefix>-1} first. */
    public static RankedList of(String modelVersion, String prefix, int size) {
        return new RankedList(
                encoded(prefix, size).getBytes(StandardCharsets.UTF_8), modelVersion, EVENTS_UNTIL, GENERATED_AT);
    }

    /**
     * A list of these items, the first best.
     *
     * @param items id and category of each, parted by a colon
     */
    public static RankedList ofItems(String modelVersion, String... items) {
        String encoded = RankedItems.encode(Arrays.stream(items)
                .map(item -> item.split(":", 2))
                .map(item -> new RankedItem(item[0], 1, item[0], item[1]))
                .toList());
        return new RankedList(encoded.getBytes(StandardCharsets.UTF_8), modelVersion, EVENTS_UNTIL, GENERATED_AT);
    }

    /** The same list, made at another time. */
    public static RankedList madeAt(Instant generatedAt, RankedList list) {
        return new RankedList(list.items(), list.modelVersion().orElse(null), EVENTS_UNTIL, generatedAt);
    }

    /** The same list, of no model. */
    public static RankedList withoutModel(RankedList list) {
        return new RankedList(list.items(), null, EVENTS_UNTIL, GENERATED_AT);
    }

    /** The same list, made at once by who knows every event up to another time. */
    public static RankedList knowing(Instant eventsUntil, RankedList list) {
        return new RankedList(list.items(), list.modelVersion().orElse(null), eventsUntil, eventsUntil);
    }

    /** The stored form of the items of such a list. */
    public static String encoded(String prefix, int size) {
        return RankedItems.encode(IntStream.rangeClosed(1, size)
                .mapToObj(place ->
                        new RankedItem(prefix + "-" + place, 1.0 / place, "Tea \"cosy\"\n№ " + place, "Küche & Co"))
                .toList());
    }
}
