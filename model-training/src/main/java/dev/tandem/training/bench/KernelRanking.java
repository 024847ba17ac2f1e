package dev.tandem.training.bench;

import dev.tandem.core.topn.Blocks;
import dev.tandem.core.topn.Instructions;
import dev.tandem.core.topn.ItemFactors;
import dev.tandem.core.topn.TopItems;
import dev.tandem.core.topn.TopNKernel;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Tandem's way, without what publication does before and after. */
final class KernelRanking {
    static final StructType LISTS = new StructType()
            .add(SyntheticModel.ID, DataTypes.IntegerType, false)
            .add("items", DataTypes.createArrayType(DataTypes.IntegerType, false), false)
            .add("scores", DataTypes.createArrayType(DataTypes.FloatType, false), false);

    private KernelRanking() {}

    static Dataset<Row> rank(SyntheticModel model, TopNBenchConfig config, Instructions instructions) {
        Broadcast<ItemFactors> items =
                new JavaSparkContext(model.items().sparkSession().sparkContext()).broadcast(items(model, config));
        MapPartitionsFunction<Row, Row> rank = users -> {
            TopNKernel kernel = new TopNKernel(items.value(), config.n(), Float.NEGATIVE_INFINITY, instructions);
            return new Blocks<>(users, block -> rank(block, kernel, config));
        };
        return model.users().mapPartitions(rank, Encoders.row(LISTS));
    }

    private static ItemFactors items(SyntheticModel model, TopNBenchConfig config) {
        float[] factors = new float[config.items() * config.rank()];
        for (Row item : model.items().collectAsList()) {
            fill(factors, item.getInt(0), item.getList(1));
        }
        return ItemFactors.of(factors, config.rank());
    }

    private static List<Row> rank(List<Row> block, TopNKernel kernel, TopNBenchConfig config) {
        float[] factors = new float[block.size() * config.rank()];
        for (int user = 0; user < block.size(); user++) {
            fill(factors, user, block.get(user).getList(1));
        }
        List<TopItems> ranked = kernel.rank(
                factors,
                block.stream()
                        .map(user -> SyntheticModel.excluded(user.getInt(0), config))
                        .toList());
        return IntStream.range(0, block.size())
                .mapToObj(user -> list(block.get(user).getInt(0), ranked.get(user)))
                .toList();
    }

    private static Row list(int user, TopItems top) {
        return RowFactory.create(
                user,
                IntStream.range(0, top.size()).mapToObj(top::item).toArray(Integer[]::new),
                IntStream.range(0, top.size()).mapToObj(top::score).toArray(Float[]::new));
    }

    private static void fill(float[] vectors, int index, List<Float> vector) {
        for (int c = 0; c < vector.size(); c++) {
            vectors[index * vector.size() + c] = vector.get(c);
        }
    }
}
