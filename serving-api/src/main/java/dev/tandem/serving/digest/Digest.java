package dev.tandem.serving.digest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ratings come to.
 *
 * @param ratings how many there are
 * @param criticalRatings how many of them are 1 to 3
 * @param meanScore null where there are none
 * @param scores how often each score was given, 1 first
 * @param intervalStart from when the ratings are that count; null where nobody counted, as is the end
 */
public record Digest(
        int ratings,
        int criticalRatings,
        @Nullable BigDecimal meanScore,
        List<Integer> scores,
        @Nullable Instant intervalStart,
        @Nullable Instant intervalEnd) {
    /** Nobody rated anything. */
    public static final Digest NONE = new Digest(0, 0, null, List.of(0, 0, 0, 0, 0), null, null);

    public Digest {
        scores = List.copyOf(scores);
    }
}
