package dev.tandem.training.bench;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.topn.Instructions;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A way of ranking all items for all users. */
enum RankingWay {
    MLLIB("recommendForAllUsers") {
        @Override
        Dataset<Row> rank(SyntheticModel model, TopNBenchConfig config) {
            return MllibRanking.rank(model, config, MllibRanking.DEFAULT_BLOCK);
        }
    },
    MLLIB_BEST_BLOCK("recommendForAllUsers, best block") {
        @Override
        Dataset<Row> rank(SyntheticModel model, TopNBenchConfig config) {
            return MllibRanking.rank(model, config, config.blockSize());
        }
    },
    PLAIN("Tandem, plain Java") {
        @Override
        Dataset<Row> rank(SyntheticModel model, TopNBenchConfig config) {
            return KernelRanking.rank(model, config, Instructions.PLAIN);
        }
    },
    VECTOR("Tandem, vector instructions") {
        @Override
        Dataset<Row> rank(SyntheticModel model, TopNBenchConfig config) {
            return KernelRanking.rank(model, config, Instructions.VECTOR);
        }
    };

    private final String title;

    RankingWay(String title) {
        this.title = title;
    }

    /** The way of this title, or an INPUT failure that lists them. */
    static RankingWay of(String title) {
        return Arrays.stream(values())
                .filter(way -> way.title.equals(title))
                .findFirst()
                .orElseThrow(() -> TandemException.invalid(
                        "--only",
                        title,
                        Arrays.stream(values()).map(RankingWay::title).collect(Collectors.joining("; "))));
    }

    String title() {
        return title;
    }

    /** Not yet computed: {@code id} (int), {@code items} (array of int) and {@code scores} (array of float), best first. */
    abstract Dataset<Row> rank(SyntheticModel model, TopNBenchConfig config);
}
