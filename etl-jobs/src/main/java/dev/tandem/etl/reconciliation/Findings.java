package dev.tandem.etl.reconciliation;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was found about some feedback.
 *
 * @param verdicts how many there are of each
 * @param republished how many unanswered ones were sent to the stream again
 * @param unanswered the ids of the first of those without an answer
 */
record Findings(Map<Verdict, Long> verdicts, long republished, List<String> unanswered) implements Serializable {
    /** How many are named. */
    static final int MOST_NAMED = 100;

    static final Findings NOTHING = new Findings(Map.of(), 0, List.of());

    Findings {
        verdicts = Map.copyOf(verdicts);
        unanswered = List.copyOf(unanswered);
    }

    /** These and others. */
    Findings plus(Findings other) {
        Map<Verdict, Long> sum = new TreeMap<>(verdicts);
        other.verdicts.forEach((verdict, count) -> sum.merge(verdict, count, Long::sum));
        return new Findings(
                sum,
                republished + other.republished,
                Stream.concat(unanswered.stream(), other.unanswered.stream())
                        .limit(MOST_NAMED)
                        .toList());
    }

    /** How many have one of some verdicts. */
    long count(Verdict... of) {
        return Stream.of(of)
                .mapToLong(verdict -> verdicts.getOrDefault(verdict, 0L))
                .sum();
    }

    long answerable() {
        return count(Verdict.values());
    }

    /** Those with an offer. */
    long offered() {
        return answerable() - count(Verdict.UNANSWERED);
    }

    /** Those whose offer may still be acknowledged. */
    long unacknowledged() {
        return count(Verdict.UNDELIVERED, Verdict.WAITING, Verdict.OVERDUE);
    }

    long acknowledged() {
        return count(Verdict.ACKNOWLEDGED, Verdict.ACKNOWLEDGED_AFTER_ALL);
    }

    /** Those for which nothing more is tried. */
    long undeliverable() {
        return count(Verdict.HOPELESS, Verdict.UNDELIVERABLE);
    }
}
