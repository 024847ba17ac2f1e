package dev.tandem.training.solver;

import static dev.tandem.core.schema.ModelColumns.ITEM_INDEX;
import static dev.tandem.core.schema.ModelColumns.STRENGTH;
import static dev.tandem.core.schema.ModelColumns.USER_INDEX;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import dev.tandem.core.factors.FactorMatrix;
import dev.tandem.core.factors.KnownRow;
import dev.tandem.core.factors.RowSolver;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Implicit alternating least squares with the penalty of the literature, which MLlib's solver does not have. */
public final class ImplicitSolver {
    /*
     * Rendle, Krichene, Zhang, Koren: Revisiting the Performance of iALS on Item Recommendation Benchmarks (RecSys 2022),
     * equations 1 to 5. The penalty's weight of a row with n interactions is λ (n + α₀ * others)^ν; MLlib's is λ n alone,
     * which lets rows with few interactions overfit the many missing ones.
     *
     * Each side's rows lie in the executors' memory, and the other side's vectors come to them as one broadcast. A row is
     * solved by itself from numbers in a fixed order, and the driver sums up what all rows share: the vectors are the same
     * to the last bit however the rows are spread. The driver holds both sides' vectors: 4 bytes * rank a row.
     */
    private static final String OTHERS = "others";

    private ImplicitSolver() {}

    /** What the rows of one side are solved from: the other side's vectors and their gram matrix. */
    @SuppressWarnings("ArrayRecordComponent") // only ever broadcast
    private record FixedSide(FactorMatrix vectors, double[][] gram) implements Serializable {}

    /** Vectors of some rows, one after the other. */
    @SuppressWarnings("ArrayRecordComponent") // only ever collected
    private record Solved(int[] indices, float[] values) implements Serializable {}

    /**
     * Fits a model.
     *
     * @param interactions {@code user_index}, {@code item_index} (ints, together the key), {@code strength} (double,
     *     greater than 0); a row without any gets a vector of zeros
     * @param users number of users
     * @param items number of items
     */
    public static Factors fit(Dataset<Row> interactions, int users, int items, SolverSettings settings) {
        JavaRDD<KnownRow> userRows = rows(interactions, USER_INDEX, ITEM_INDEX);
        JavaRDD<KnownRow> itemRows = rows(interactions, ITEM_INDEX, USER_INDEX);
        try {
            FactorMatrix itemVectors = FactorMatrix.random(items, settings.rank(), settings.seed());
            FactorMatrix userVectors = solve(userRows, users, itemVectors, settings);
            for (int iteration = 1; iteration < settings.iterations(); iteration++) {
                itemVectors = solve(itemRows, items, userVectors, settings);
                userVectors = solve(userRows, users, itemVectors, settings);
            }
            return new Factors(userVectors, itemVectors);
        } finally {
            userRows.unpersist();
            itemRows.unpersist();
        }
    }

    private static JavaRDD<KnownRow> rows(Dataset<Row> interactions, String side, String otherSide) {
        return interactions
                .groupBy(side)
                .agg(sort_array(collect_list(struct(col(otherSide), col(STRENGTH))))
                        .as(OTHERS))
                .javaRDD()
                .map(row -> known(row.getInt(0), row.getList(1)))
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private static KnownRow known(int index, List<Row> interactions) {
        int[] others = new int[interactions.size()];
        float[] strengths = new float[interactions.size()];
        for (int i = 0; i < others.length; i++) {
            others[i] = interactions.get(i).getInt(0);
            strengths[i] = (float) interactions.get(i).getDouble(1);
        }
        return new KnownRow(index, others, strengths);
    }

    private static FactorMatrix solve(JavaRDD<KnownRow> rows, int count, FactorMatrix others, SolverSettings settings) {
        Broadcast<FixedSide> fixed =
                new JavaSparkContext(rows.context()).broadcast(new FixedSide(others, others.gram()));
        try {
            List<Solved> parts = rows.mapPartitions(part -> solve(part, fixed.value(), settings))
                    .collect();
            return assemble(parts, count, settings.rank());
        } finally {
            fixed.destroy();
        }
    }

    private static Iterator<Solved> solve(Iterator<KnownRow> part, FixedSide fixed, SolverSettings settings) {
        List<KnownRow> rows = new ArrayList<>();
        part.forEachRemaining(rows::add);
        RowSolver solver = new RowSolver(fixed.vectors(), fixed.gram(), settings.objective());
        int[] indices = new int[rows.size()];
        float[] values = new float[rows.size() * settings.rank()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = rows.get(i).index();
            solver.solve(rows.get(i), values, i * settings.rank());
        }
        return List.of(new Solved(indices, values)).iterator();
    }

    private static FactorMatrix assemble(List<Solved> parts, int count, int rank) {
        float[] values = new float[count * rank];
        for (Solved part : parts) {
            for (int i = 0; i < part.indices().length; i++) {
                System.arraycopy(part.values(), i * rank, values, part.indices()[i] * rank, rank);
            }
        }
        return new FactorMatrix(rank, values);
    }
}
