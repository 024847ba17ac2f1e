package dev.tandem.training.bench;

import static dev.tandem.training.bench.KernelRanking.LISTS;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The yardstick. It cannot leave items out, so that it is asked for as many more as may have to be. */
final class MllibRanking {
    static final int DEFAULT_BLOCK = 4_096;

    private MllibRanking() {}

    static Dataset<Row> rank(SyntheticModel model, TopNBenchConfig config, int blockSize) {
        ALSModel als = new ALSModel("bench", config.rank(), model.users(), model.items());
        als.setUserCol("user").setItemCol("item").setBlockSize(blockSize);
        MapFunction<Row, Row> leaveOut = list -> leaveOut(list, config);
        return als.recommendForAllUsers(config.n() + config.exclusions()).map(leaveOut, Encoders.row(LISTS));
    }

    private static Row leaveOut(Row list, TopNBenchConfig config) {
        int[] excluded = SyntheticModel.excluded(list.getInt(0), config);
        List<Row> kept = list.<Row>getList(1).stream()
                .filter(item -> Arrays.binarySearch(excluded, item.getInt(0)) < 0)
                .limit(config.n())
                .toList();
        return RowFactory.create(
                list.getInt(0),
                kept.stream().map(item -> item.getInt(0)).toArray(Integer[]::new),
                kept.stream().map(item -> item.getFloat(1)).toArray(Float[]::new));
    }
}
