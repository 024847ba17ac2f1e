package dev.tandem.local.launcher.load;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a run's feedback, held against what has to.
 *
 * @param sent how many were sent
 * @param accepted the numbers of those that the broker has
 * @param critical the numbers of those of them that are to be answered
 * @param tally the offers
 * @param acknowledged the numbers of those whose offer is acknowledged; null where nobody looked
 */
record FeedbackAnswers(int sent, BitSet accepted, BitSet critical, OfferTally tally, @Nullable BitSet acknowledged) {
    private static final int NAMED = 5;

    /** Whether each critical one has one offer, acknowledged if anybody looked. */
    boolean isExact() {
        return without(critical, tally.answered()).isEmpty()
                && tally.contradicted().isEmpty()
                && unacknowledged().isEmpty();
    }

    /**
     * The numbers, and the first ids where they disagree.
     *
     * @param prefix what all ids begin with
     */
    List<String> lines(String prefix) {
        BitSet answered = tally.answered();
        BitSet unasked = without(answered, critical);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %,d sent, %,d accepted, %,d critical; %,d offers, %,d different, %,d doubled%s",
                isExact() ? "well" : "NOT WELL",
                sent,
                accepted.cardinality(),
                critical.cardinality(),
                tally.offers(),
                answered.cardinality(),
                tally.contradicted().cardinality(),
                acknowledged == null
                        ? ""
                        : String.format(Locale.ROOT, ", %,d acknowledged", acknowledged.cardinality())));
        lines.add("from receipt to offer: " + tally.times());
        int again = tally.offers() - answered.cardinality();
        if (again > 0) {
            lines.add(String.format(Locale.ROOT, "%,d of the offers are others once more", again));
        }
        name(lines, "answered though nobody was told that it was accepted", unasked, prefix);
        name(lines, "without an offer", without(critical, answered), prefix);
        name(lines, "with different offers", tally.contradicted(), prefix);
        name(lines, "not acknowledged", unacknowledged(), prefix);
        return lines;
    }

    /** Those whose offer nobody acknowledged; those without an offer are named already. */
    private BitSet unacknowledged() {
        BitSet expected = tally.answered();
        expected.and(critical);
        return acknowledged == null ? new BitSet() : without(expected, acknowledged);
    }

    private static void name(List<String> lines, String what, BitSet numbers, String prefix) {
        if (!numbers.isEmpty()) {
            String first = numbers.stream()
                    .limit(NAMED)
                    .mapToObj(number -> prefix + number)
                    .collect(Collectors.joining(", "));
            lines.add(String.format(
                    Locale.ROOT,
                    "%s: %,d: %s%s",
                    what,
                    numbers.cardinality(),
                    first,
                    numbers.cardinality() > NAMED ? " …" : ""));
        }
    }

    private static BitSet without(BitSet all, BitSet some) {
        BitSet rest = (BitSet) all.clone();
        rest.andNot(some);
        return rest;
    }
}
