package dev.tandem.training.recommender;

import static dev.tandem.core.schema.ModelColumns.ITEM_INDEX;
import static dev.tandem.core.schema.ModelColumns.STRENGTH;
import static dev.tandem.core.schema.ModelColumns.USER_INDEX;
import static org.apache.spark.sql.functions.col;

import dev.tandem.core.factors.FactorMatrix;
import dev.tandem.training.solver.Factors;
import java.net.URI;
import java.util.List;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** MLlib's alternating least squares on implicit feedback. */
final class ImplicitAls {
    /*
     * Hu, Koren, Volinsky: Collaborative Filtering for Implicit Feedback Datasets (ICDM 2008). An interaction of strength
     * r is a preference of 1 held with confidence 1 + alpha * r, a missing one a preference of 0 with confidence 1. The
     * penalty is weighted by the number of interactions, as in Zhou et al.: Large-Scale Parallel Collaborative Filtering
     * for the Netflix Prize (AAIM 2008), section 3.1.
     *
     * Sums of floats depend on their order. What MLlib sums up follows from how rows are laid out when they come to it;
     * they are therefore laid out by content alone, in a number of parts that is a setting. On one machine the factors are
     * then the same to the last bit; on a cluster the order in which shuffled blocks arrive may still change last digits.
     *
     * Each iteration makes the plan of the next one deeper, and every task reads its plan by recursion: without
     * checkpoints some twenty iterations overflow a thread's stack of the usual 1 MiB.
     */
    private static final int ITERATIONS_BETWEEN_CHECKPOINTS = 5;

    private ImplicitAls() {}

    /**
     * Fits a model. The driver holds both sides' factors: 4 bytes * rank a row.
     *
     * @param interactions {@code user_index}, {@code item_index} (ints, together the key), {@code strength} (greater than
     *     0 as a float)
     * @param users number of users
     * @param items number of items
     * @param checkpoints a folder that all executors see
     */
    static Factors fit(Dataset<Row> interactions, int users, int items, AlsSettings settings, URI checkpoints) {
        interactions.sparkSession().sparkContext().setCheckpointDir(checkpoints.toString());
        Dataset<Row> laidOut = interactions
                .repartition(settings.blocks(), col(USER_INDEX))
                .sortWithinPartitions(USER_INDEX, ITEM_INDEX);
        ALSModel model = new ALS()
                .setImplicitPrefs(true)
                .setRank(settings.rank())
                .setRegParam(settings.regularisation())
                .setAlpha(settings.alpha())
                .setMaxIter(settings.iterations())
                .setSeed(settings.seed())
                .setNumBlocks(settings.blocks())
                .setCheckpointInterval(ITERATIONS_BETWEEN_CHECKPOINTS)
                .setUserCol(USER_INDEX)
                .setItemCol(ITEM_INDEX)
                .setRatingCol(STRENGTH)
                .fit(laidOut);
        return new Factors(
                collected(model.userFactors(), users, settings.rank()),
                collected(model.itemFactors(), items, settings.rank()));
    }

    private static FactorMatrix collected(Dataset<Row> factors, int rows, int rank) {
        float[] values = new float[rows * rank];
        for (Row row : factors.collectAsList()) {
            List<Float> vector = row.getList(1);
            for (int c = 0; c < rank; c++) {
                values[row.getInt(0) * rank + c] = vector.get(c);
            }
        }
        return new FactorMatrix(rank, values);
    }
}
