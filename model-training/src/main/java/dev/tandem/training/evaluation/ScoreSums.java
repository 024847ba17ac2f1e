package dev.tandem.training.evaluation;

import java.io.Serializable;
import java.util.BitSet;

/** Metrics summed up over users. */
final class ScoreSums implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHORT = 10;

    /** How long the lists have to be that are judged. */
    static final int LONG = 20;

    private final BitSet listedItems = new BitSet();
    private long users;
    private long fullLists;
    private long places;
    private double recallAt10;
    private double recallAt20;
    private double ndcgAt10;
    private double mapAt10;
    private double surprise;

    /**
     * Adds one user.
     *
     * @param ranked up to {@link #LONG} items, best first
     * @param buyers of each item, by its index: how many users had bought it before the split
     * @param allUsers how many users had bought anything before the split
     */
    void add(HeldOutUser user, Target target, int[] ranked, int[] buyers, int allUsers) {
        int targets = user.targetSize(target);
        if (targets == 0) {
            return;
        }
        boolean[] hits = new boolean[ranked.length];
        for (int place = 0; place < ranked.length; place++) {
            hits[place] = user.isTarget(ranked[place], target);
        }
        users++;
        fullLists += ranked.length >= SHORT ? 1 : 0;
        recallAt10 += RankingMetrics.recall(hits, targets, SHORT);
        recallAt20 += RankingMetrics.recall(hits, targets, LONG);
        ndcgAt10 += RankingMetrics.ndcg(hits, targets, SHORT);
        mapAt10 += RankingMetrics.averagePrecision(hits, targets, SHORT);
        for (int place = 0; place < Math.min(SHORT, ranked.length); place++) {
            listedItems.set(ranked[place]);
            places++;
            surprise += Math.log((double) allUsers / buyers[ranked[place]]) / Math.log(2);
        }
    }

    ScoreSums plus(ScoreSums others) {
        listedItems.or(others.listedItems);
        users += others.users;
        fullLists += others.fullLists;
        places += others.places;
        recallAt10 += others.recallAt10;
        recallAt20 += others.recallAt20;
        ndcgAt10 += others.ndcgAt10;
        mapAt10 += others.mapAt10;
        surprise += others.surprise;
        return this;
    }

    /** The averages; all 0 where no user has anything to foretell. */
    Scores average(int items) {
        double count = Math.max(users, 1);
        return new Scores(
                users,
                recallAt10 / count,
                recallAt20 / count,
                ndcgAt10 / count,
                mapAt10 / count,
                (double) listedItems.cardinality() / Math.max(items, 1),
                surprise / Math.max(places, 1),
                fullLists / count);
    }
}
