package dev.tandem.training.related;

/**
 * How surely two things stand together more often than chance would have it.
 *
 * <p>Dunning: Accurate Methods for the Statistics of Surprise and Coincidence (Computational Linguistics 19, 1993). Other
 * than lift it does not prefer what is rare, and other than a count it does not prefer what is frequent anyway: it grows
 * with the evidence.
 */
final class LogLikelihoodRatio {
    private LogLikelihoodRatio() {}

    /**
     * The ratio for two things in a number of groups.
     *
     * @param together groups with both, at the most {@code first} and {@code second}
     * @param first groups with the first
     * @param second groups with the second
     * @param all groups
     * @return 0 or more; 0 where they stand together as often as independent things would, or less often
     */
    static double of(long together, long first, long second, long all) {
        if ((double) together * all <= (double) first * second) {
            return 0;
        }
        double cells = nLogN(together)
                + nLogN(first - together)
                + nLogN(second - together)
                + nLogN(all - first - second + together);
        double surprise = information(first, all - first) + information(second, all - second) + cells - nLogN(all);
        return Math.max(0, 2 * surprise);
    }

    /** What is needed to say in which of two parts of these sizes something is, summed over all. */
    private static double information(long one, long other) {
        return nLogN(one + other) - nLogN(one) - nLogN(other);
    }

    private static double nLogN(long n) {
        return n == 0 ? 0 : n * Math.log((double) n);
    }
}
