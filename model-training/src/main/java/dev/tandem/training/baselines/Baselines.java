package dev.tandem.training.baselines;

import dev.tandem.core.factors.FactorMatrix;
import dev.tandem.training.evaluation.FactorRanker;
import dev.tandem.training.evaluation.Ranker;
import dev.tandem.training.solver.Factors;
import java.util.Arrays;

/** Rankings that are the same for everybody, and the one that is nothing but the user's own. */
public final class Baselines {
    private Baselines() {}

    /**
     * Items by how many users bought them; what nobody bought is not listed.
     *
     * @param buyers by item index
     * @param users number of users
     */
    public static Ranker popularity(int[] buyers, int users) {
        float[] scores = new float[buyers.length];
        for (int item = 0; item < scores.length; item++) {
            scores[item] = buyers[item];
        }
        float[] ones = new float[users];
        Arrays.fill(ones, 1);
        return new FactorRanker(new Factors(new FactorMatrix(1, ones), new FactorMatrix(1, scores)), 0);
    }

    /** What the user has bought before, by own history; nothing else is listed. */
    public static Ranker ownHistory(int users, int items) {
        return new FactorRanker(
                new Factors(new FactorMatrix(1, new float[users]), new FactorMatrix(1, new float[items])), 1);
    }
}
