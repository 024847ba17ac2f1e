package dev.tandem.training.publication;

import static dev.tandem.core.schema.CassandraTables.ACTIVE_MODELS;
import static dev.tandem.core.schema.CassandraTables.RECOMMENDATIONS_BY_USER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.core.schema.Table;
import dev.tandem.core.settings.Settings;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.training.SmallShop;
import dev.tandem.training.recommender.TrainRecommenderConfig;
import dev.tandem.training.recommender.TrainRecommenderJob;
import dev.tandem.training.recommender.TrainRecommenderOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A shop that has a model, and what was published of it. */
record TrainedShop(SmallShop shop, SparkSession spark, String version) {
    /** Trains a model of a shop's taste alone. */
    static TrainedShop train(SmallShop shop, SparkSession spark, Path models) {
        return train(shop, spark, models, 8);
    }

    /** Trains a model of a shop's taste alone, with vectors of {@code rank} components. */
    static TrainedShop train(SmallShop shop, SparkSession spark, Path models, int rank) {
        List<String> options = shop.options(
                "--models.uri=" + models.toUri(),
                "--model.algorithm=als",
                "--als.rank=" + rank,
                "--als.iterations=5",
                "--als.blocks=2",
                // Every b is more popular than any a.
                "--blend.popularity-weight=0");
        TrainRecommenderConfig config = Settings.read(
                        "train-recommender", new TrainRecommenderOptions(), options, Map.of())
                .orElseThrow();
        JobReport report = TrainRecommenderJob.run(shop.run("train-recommender"), config);
        return new TrainedShop(shop, spark, report.notes().getOrDefault("model_version", ""));
    }

    JobReport publish(String... options) {
        return publish(shop, options);
    }

    static JobReport publish(SmallShop shop, String... options) {
        PublishRecommendationsConfig config = Settings.read(
                        PublishRecommendationsJob.NAME,
                        new PublishRecommendationsOptions(),
                        shop.options(options),
                        Map.of())
                .orElseThrow();
        return PublishRecommendationsJob.run(shop.run(PublishRecommendationsJob.NAME), config);
    }

    /** Each user's list of new items. */
    Map<String, List<String>> lists() {
        return lists(RECOMMENDATIONS_BY_USER);
    }

    /** The item ids of each list of this model in a table, by user or item. */
    Map<String, List<String>> lists(Table table) {
        Map<String, List<String>> lists = new TreeMap<>();
        for (Row row : rows(table)) {
            lists.put(row.getAs(table.partitionKey().get(2)), itemIds(row.getAs("items")));
        }
        return lists;
    }

    List<Row> rows(Table table) {
        return SmallShop.cassandra(spark)
                .read(table, shop.tenant())
                .where("model_version = '" + version + "'")
                .collectAsList();
    }

    /** The shop's rows that say which model is served. */
    List<Row> active() {
        return SmallShop.cassandra(spark).read(ACTIVE_MODELS, shop.tenant()).collectAsList();
    }

    private static List<String> itemIds(String items) {
        try {
            return new ObjectMapper().readTree("[" + items + "]").findValuesAsText("item_id");
        } catch (JsonProcessingException e) {
            throw new AssertionError(items, e);
        }
    }
}
