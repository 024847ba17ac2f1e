package dev.tandem.local.launcher.syntheticshop;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** When orders are placed: more by day than by night, and most in the evening. */
final class OrderTimes {
    private static final double BUSIEST = 10;

    private OrderTimes() {}

    /** Moments of one span of time in order, to the second. */
    static List<Instant> draw(int count, Instant from, Instant until, SplittableRandom random) {
        return Stream.generate(() -> draw(from, until, random))
                .limit(count)
                .sorted()
                .toList();
    }

    private static Instant draw(Instant from, Instant until, SplittableRandom random) {
        long seconds = Math.max(1, Duration.between(from, until).toSeconds());
        Instant at;
        do {
            at = from.plusSeconds(random.nextLong(seconds));
        } while (random.nextDouble() * BUSIEST
                > traffic(at.atOffset(ZoneOffset.UTC).getHour()));
        return at;
    }

    private static double traffic(int hour) {
        if (hour < 7) {
            return 1;
        }
        return hour < 17 ? 6 : BUSIEST;
    }
}
