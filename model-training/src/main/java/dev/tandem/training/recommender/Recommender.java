package dev.tandem.training.recommender;

import dev.tandem.core.factors.FactorMatrix;
import dev.tandem.training.evaluation.FactorRanker;
import dev.tandem.training.evaluation.Ranker;
import dev.tandem.training.interactions.TrainingSet;
import dev.tandem.training.solver.Factors;

/**
 * A trained model: factors, and recent popularity blended in.
 *
 * @param bias by item index: the square root of the item's recent buyers over those of the most popular item, 0 to 1
 * @param biasWeights by user index: the setting times the length of the user's vector, so that popularity takes the same
 *     part in everybody's list, however much is known of them
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; boxed lists would take five times the memory
public record Recommender(Factors factors, float[] bias, float[] biasWeights, float historyWeight) {
    /** Blends factors with what was popular at the end of the same purchases. */
    public static Recommender of(Factors factors, TrainingSet training, BlendSettings blend) {
        float[] bias = new float[training.itemCount()];
        if (blend.popularityWeight() > 0) {
            bias = popularity(training.recentBuyers(blend.popularityWindow()));
        }
        return new Recommender(
                factors, bias, weights(factors.users(), blend.popularityWeight()), (float) blend.historyWeight());
    }

    /** The lists that publication would make of it. */
    public Ranker ranker() {
        return new FactorRanker(
                new Factors(factors.users().with(biasWeights), factors.items().with(bias)), historyWeight);
    }

    private static float[] popularity(int[] buyers) {
        int most = 1;
        for (int count : buyers) {
            most = Math.max(most, count);
        }
        float[] bias = new float[buyers.length];
        for (int item = 0; item < bias.length; item++) {
            bias[item] = (float) Math.sqrt((double) buyers[item] / most);
        }
        return bias;
    }

    private static float[] weights(FactorMatrix users, double weight) {
        float[] weights = new float[users.rows()];
        for (int user = 0; user < weights.length; user++) {
            weights[user] = (float) (weight * users.length(user));
        }
        return weights;
    }
}
