package dev.tandem.training.recommender;

import static dev.tandem.core.schema.CassandraTables.HISTORY_REMOVALS_BY_USER;
import static dev.tandem.core.schema.CassandraTables.VIEWS_BY_USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.Settings;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import dev.tandem.training.SmallShop;
import dev.tandem.training.artefact.ModelArtefact;
import dev.tandem.training.artefact.ModelRegistry;
import dev.tandem.training.artefact.RegisteredModel;
import dev.tandem.training.interactions.OrderLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class TrainRecommenderJobIT {
    @TempDir
    private Path models = Path.of("");

    @Test
    void writesAnArtefactAndThenItsRow(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "first").filled();

        JobReport report = train(shop, models);

        RegisteredModel model = registry().latest(shop.tenant(), SmallShop.END).orElseThrow();
        assertThat(model.version().value()).startsWith("ials-20260401T000000Z-");
        assertThat(report.notes())
                .containsEntry("model_version", model.version().value());
        assertThat(model.rowCounts()).isEqualTo(Map.of("interactions", 168L, "users", 28L, "items", 20L));
        assertThat(model.eventsUntil()).isEqualTo(Instant.parse("2026-03-20T10:00:00Z"));
        assertThat(model.trainedAt()).isEqualTo(SmallShop.NOW);
        assertThat(model.settings()).containsEntry("rank", 8).containsEntry("half_life", "PT1440H");
        ModelArtefact artefact = ModelArtefact.of(spark, model);
        assertThat(artefact.users().select("user_id", "index").orderBy("index").collectAsList())
                .extracting(row -> row.getString(0))
                .isEqualTo(SmallShop.allUsers().stream().sorted().toList());
        assertThat(artefact.items().count()).isEqualTo(20);
        assertThat(models.resolve("first").resolve(model.version().value()).resolve("model.json"))
                .content()
                .contains("\"spark_version\" : \"" + spark.version() + "\"", "\"rank\" : 8");
    }

    @Test
    void findsTheModelWhenRunAgainAndWritesNothing(SparkSession spark) throws IOException {
        SmallShop shop = SmallShop.open(spark, "again").filled();
        JobReport first = train(shop, models);
        String version = first.notes().getOrDefault("model_version", "");
        Path description = models.resolve("again").resolve(version).resolve("model.json");
        Files.setLastModifiedTime(description, FileTime.fromMillis(1_000));

        JobReport second = train(shop, models);

        assertThat(second.notes())
                .containsEntry("model_version", version)
                .containsEntry("outcome", "exists already, nothing written");
        assertThat(Files.getLastModifiedTime(description).toMillis()).isEqualTo(1_000);
    }

    @Test
    void givesTheSameFactorsToTheLastBitForTheSameOrders(SparkSession spark) {
        SmallShop here = SmallShop.open(spark, "here").filled();
        SmallShop there = SmallShop.open(spark, "there").filled();

        train(here, models);
        train(there, models);

        assertThat(userFactors(spark, there)).isEqualTo(userFactors(spark, here));
    }

    @Test
    void trainsAnotherVersionWhereAnOrderIsNew(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "growing").filled();
        JobReport before = train(shop, models);

        shop.withOrders(OrderLines.of("growing").sale("a0", "new-order", "a0", "2026-03-25T10:00:00Z"));
        JobReport after = train(shop, models);

        assertThat(after.notes()).containsEntry("outcome", "trained");
        assertThat(after.notes().get("model_version"))
                .isNotEqualTo(before.notes().get("model_version"));
    }

    @Test
    void learnsFromViewsThatTheUserLeftInTheHistory(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "viewed").filled();
        Timestamp then = Timestamp.from(Instant.parse("2026-03-25T10:00:00Z"));
        shop.write(
                Rows.of(VIEWS_BY_USER)
                        .row("viewed", "viewer", then, "e1", "a1", "")
                        .row("viewed", "viewer", then, "e2", "b1", "")
                        .row("viewed", "other", then, "e3", "b1", ""),
                VIEWS_BY_USER);
        shop.write(
                Rows.of(HISTORY_REMOVALS_BY_USER)
                        .row("viewed", "viewer", "b1", then)
                        .row("viewed", "other", "b1", then),
                HISTORY_REMOVALS_BY_USER);

        train(shop, models);

        RegisteredModel model = registry().latest(shop.tenant(), SmallShop.END).orElseThrow();
        assertThat(model.rowCounts()).isEqualTo(Map.of("interactions", 169L, "users", 29L, "items", 20L));
        assertThat(model.settings()).containsEntry("view_weight", 0.2);
        // Views stream in while they are read: no view says up to when the model knows all of them.
        assertThat(model.eventsUntil()).isEqualTo(Instant.parse("2026-03-20T10:00:00Z"));
        assertThat(ModelArtefact.of(spark, model).users().select("user_id").collectAsList())
                .extracting(row -> row.getString(0))
                .contains("viewer")
                .doesNotContain("other");
    }

    @Test
    void saysToSyncOrdersWhereThereAreNone(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "empty");

        assertThatThrownBy(() -> train(shop, models))
                .isInstanceOfSatisfying(TandemException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.INPUT))
                .hasMessage("Tenant empty has no orders of signed-in users in Cassandra."
                        + " Run sync-orders for it first");
    }

    @Test
    void saysWhenTheOrdersWereWhereNoneIsInTheInterval(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "later")
                .withOrders(OrderLines.of("later")
                        .sale("u1", "o1", "i1", "2026-04-02T00:00:00Z")
                        .sale("u1", "o2", "i1", "2026-04-03T00:00:00Z"));

        assertThatThrownBy(() -> train(shop, models))
                .isInstanceOfSatisfying(TandemException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.INPUT))
                .hasMessageStartingWith("Tenant later has sold nothing to a signed-in user in [")
                .hasMessageEndingWith("its orders are from 2026-04-02T00:00:00Z to 2026-04-03T00:00:00Z."
                        + " Choose --interval-end (and --interval-start) around them");
    }

    @Test
    void putsAModelThatIsNotGoodEnoughOnRecordAndLeavesTheServedOne(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "gated").filled();
        shop.withOrders(shop.laterOrders());
        List<String> judged = List.of("--evaluate.holdout=P7D", "--evaluate.min-users=10", "--gate.max-loss=1");
        train(shop, models, judged);
        RegisteredModel champion =
                registry().latest(shop.tenant(), SmallShop.END).orElseThrow();
        registry().markPublished(champion, SmallShop.NOW);

        List<String> demanding = new ArrayList<>(judged);
        demanding.addAll(List.of("--gate.min-lift=1000", "--model.half-life=P30D"));

        assertThatThrownBy(() -> train(shop, models, demanding))
                .isInstanceOfSatisfying(
                        TandemException.class,
                        failure -> assertThat(failure.kind().exitCode()).isEqualTo(4))
                .hasMessageContaining("is not good enough, and the served model stays")
                .hasMessageContaining("1000.0 times popularity's");
        assertThat(registry().served(shop.tenant())).contains(champion);
        assertThat(registry().latest(shop.tenant(), SmallShop.END)).contains(champion);
        assertThat(verdicts(shop)).containsExactlyInAnyOrder("passed", "refused");
    }

    private static List<String> verdicts(SmallShop shop) {
        return SmallShop.postgres()
                .query(
                        "SELECT verdict FROM models WHERE tenant_id = ?",
                        List.of(shop.tenant().value()),
                        row -> row.getString(1));
    }

    private static JobReport train(SmallShop shop, Path models) {
        return train(shop, models, List.of());
    }

    private static JobReport train(SmallShop shop, Path models, List<String> more) {
        List<String> options = new ArrayList<>(more);
        options.addAll(List.of("--models.uri=" + models.toUri(), "--ials.rank=8", "--ials.iterations=5"));
        TrainRecommenderConfig config = Settings.read(
                        TrainRecommenderJob.NAME,
                        new TrainRecommenderOptions(),
                        shop.options(options.toArray(String[]::new)),
                        Map.of())
                .orElseThrow();
        return TrainRecommenderJob.run(shop.run(TrainRecommenderJob.NAME), config);
    }

    private static List<Row> userFactors(SparkSession spark, SmallShop shop) {
        RegisteredModel model = registry().latest(shop.tenant(), SmallShop.END).orElseThrow();
        return ModelArtefact.of(spark, model).users().orderBy("index").collectAsList();
    }

    private static ModelRegistry registry() {
        return new ModelRegistry(SmallShop.postgres());
    }
}
