package dev.tandem.local.launcher.load;

import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The offers that answer a run's feedback, as they stand on their topic. */
final class OfferTally {
    private final String prefix;
    private final Map<Integer, Integer> contents = new HashMap<>();
    private final BitSet answered = new BitSet();
    private final BitSet contradicted = new BitSet();
    private final List<Duration> times = new ArrayList<>();
    private int offers;

    /**
     * No offers yet.
     *
     * @param prefix what the ids of the run's feedback begin with
     */
    OfferTally(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Takes note of an offer on the topic; those that answer other feedback do not count.
     *
     * @param at when the broker got it
     */
    void add(Offer offer, Instant at) {
        String id = offer.feedback().feedbackId();
        if (!id.startsWith(prefix) || !id.substring(prefix.length()).matches("\\d{1,9}")) {
            return;
        }
        int number = Integer.parseInt(id.substring(prefix.length()));
        // How often it was sent is the one thing in which the same offer may differ.
        int content = OfferCodec.text(offer.again(1)).hashCode();
        offers++;
        Integer first = contents.putIfAbsent(number, content);
        if (first == null) {
            answered.set(number);
            times.add(Duration.between(offer.feedback().receivedAt(), at));
        } else if (first != content) {
            contradicted.set(number);
        }
    }

    /** How many there are, repeated ones included. */
    int offers() {
        return offers;
    }

    /** The numbers of the feedback that has an offer. */
    BitSet answered() {
        return (BitSet) answered.clone();
    }

    /** The numbers of the feedback that has several different offers. */
    BitSet contradicted() {
        return (BitSet) contradicted.clone();
    }

    /** How long it took from the receipt of a feedback to its offer. */
    String times() {
        List<Duration> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return String.format(
                Locale.ROOT,
                "p50 %d ms  p95 %d ms  p99 %d ms  max %d ms",
                millis(sorted, 0.5),
                millis(sorted, 0.95),
                millis(sorted, 0.99),
                millis(sorted, 1));
    }

    private static long millis(List<Duration> sorted, double share) {
        return sorted.isEmpty()
                ? 0
                : sorted.get((int) Math.ceil(share * sorted.size()) - 1).toMillis();
    }
}
