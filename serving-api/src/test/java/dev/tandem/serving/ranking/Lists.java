package dev.tandem.serving.ranking;

import dev.tandem.core.recommendation.RankedItem;
import dev.tandem.core.recommendation.RankedItems;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

    /** The stored form of the items of such a list. */
    public static String encoded(String prefix, int size) {
        return RankedItems.encode(IntStream.rangeClosed(1, size)
                .mapToObj(place ->
                        new RankedItem(prefix + "-" + place, 1.0 / place, "Tea \"cosy\"\n№ " + place, "Küche & Co"))
                .toList());
    }
}
