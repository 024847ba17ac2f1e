package dev.tandem.training.evaluation;

/**
 * How well one ranked list foretells one user's purchases, by where the hits are. All are between 0, nothing, and 1, as
 * good as any list of that length can be.
 */
final class RankingMetrics {
    /*
     * With hits at places 1, 2, … and t targets, m = min(k, t):
     *   recall@k  = hits among the first k / m, so that a full list of hits is 1 however long the target
     *   NDCG@k    = sum over hits of 1 / log2(place + 1), divided by that sum for m hits at the top
     *               (Järvelin, Kekäläinen: Cumulated Gain-Based Evaluation of IR Techniques, TOIS 2002)
     *   AP@k      = sum over hits of the hits up to their place / their place, divided by m; its mean over users is MAP@k
     */
    private RankingMetrics() {}

    /**
     * @param hits for each place of the list, the best first, whether its item is a target
     * @param targets how many targets there are, 1 or more
     */
    static double recall(boolean[] hits, int targets, int k) {
        int found = 0;
        for (int place = 0; place < Math.min(k, hits.length); place++) {
            found += hits[place] ? 1 : 0;
        }
        return (double) found / Math.min(k, targets);
    }

    /** See {@link #recall} for the parameters. */
    static double ndcg(boolean[] hits, int targets, int k) {
        double gain = 0;
        double ideal = 0;
        for (int place = 0; place < k; place++) {
            double discounted = Math.log(2) / Math.log(place + 2);
            gain += place < hits.length && hits[place] ? discounted : 0;
            ideal += place < targets ? discounted : 0;
        }
        return gain / ideal;
    }

    /** See {@link #recall} for the parameters. */
    static double averagePrecision(boolean[] hits, int targets, int k) {
        int found = 0;
        double sum = 0;
        for (int place = 0; place < Math.min(k, hits.length); place++) {
            if (hits[place]) {
                found++;
                sum += (double) found / (place + 1);
            }
        }
        return sum / Math.min(k, targets);
    }
}
