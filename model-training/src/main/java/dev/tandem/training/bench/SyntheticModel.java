package dev.tandem.training.bench;

import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Factors drawn from the normal distribution: the same in every process for the same configuration.
 *
 * @param users {@code id} (int), {@code features} (array of float), kept in memory
 * @param items the same of items
 */
record SyntheticModel(Dataset<Row> users, Dataset<Row> items) {
    static final String ID = "id";
    static final String FEATURES = "features";

    private static final StructType SCHEMA = new StructType()
            .add(ID, DataTypes.IntegerType, false)
            .add(FEATURES, DataTypes.createArrayType(DataTypes.FloatType, false), false);
    private static final int USERS_SEED = 1_000_003;
    private static final int ITEMS_SEED = 7_654_321;

    static SyntheticModel of(SparkSession spark, TopNBenchConfig config) {
        Dataset<Row> users = vectors(spark, config.users(), config.rank(), USERS_SEED, 0);
        Dataset<Row> items = vectors(spark, config.items(), config.rank(), ITEMS_SEED, config.spread());
        users.count();
        items.count();
        return new SyntheticModel(users, items);
    }

    void close() {
        users.unpersist();
        items.unpersist();
    }

    /** What a user must not be shown: indices, ascending. */
    static int[] excluded(int user, TopNBenchConfig config) {
        return new Random(user)
                .ints(0, config.items())
                .distinct()
                .limit(config.exclusions())
                .sorted()
                .toArray();
    }

    private static Dataset<Row> vectors(SparkSession spark, int count, int rank, int seed, double spread) {
        MapFunction<Long, Row> vector = id -> vector(id.intValue(), rank, seed, spread);
        return spark.range(count).map(vector, Encoders.row(SCHEMA)).persist();
    }

    private static Row vector(int id, int rank, int seed, double spread) {
        Random random = new Random((long) seed * id + seed);
        double length = Math.exp(spread * random.nextGaussian());
        Iterator<Double> components = DoubleStream.generate(() -> length * random.nextGaussian())
                .limit(rank)
                .iterator();
        List<Float> features = IntStream.range(0, rank)
                .mapToObj(component -> components.next().floatValue())
                .toList();
        return RowFactory.create(id, features.toArray(Float[]::new));
    }
}
