package dev.tandem.training.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.Settings;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.testing.SparkExtension;
import dev.tandem.training.SmallShop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class EvaluateRecommenderJobIT {
    @TempDir
    private Path reports = Path.of("");

    @Test
    void comparesSettingsInAReportAndMakesNoModel(SparkSession spark) throws IOException {
        SmallShop shop = SmallShop.open(spark, "compared").filled();
        shop.withOrders(shop.laterOrders());

        JobReport report = evaluate(shop);

        assertThat(report.count("users")).isEqualTo(SmallShop.USERS);
        // Four that need no training, MLlib's, and two settings, each with its factors alone before it.
        assertThat(report.count("rankings")).isEqualTo(4 + 1 + 2 * 2);
        Path folder = Path.of(URI.create(report.notes().getOrDefault("report", "")));
        assertThat(Files.readString(folder.resolve("report.md")))
                .startsWith("# Rankings of compared")
                .contains("New for you: 28 users", "All purchases: 28 users", "half_life=PT720H", "half_life=PT1440H");
        assertThat(folder.resolve("evaluation.json")).exists();
        assertThat(models(shop)).isEmpty();
    }

    @Test
    void saysToChooseAnotherEndWhereNobodyCanBeJudgedBy(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "not-compared").filled();

        assertThatThrownBy(() -> evaluate(shop))
                .isInstanceOfSatisfying(TandemException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.INPUT))
                .hasMessageStartingWith("No user of tenant not-compared who bought or viewed in ");
    }

    private JobReport evaluate(SmallShop shop) {
        EvaluateRecommenderConfig config = Settings.read(
                        EvaluateRecommenderJob.NAME,
                        new EvaluateRecommenderOptions(),
                        shop.options(
                                "--evaluate.reports=" + reports.toUri(),
                                "--evaluate.holdout=P7D",
                                "--model.half-life=P30D,P60D",
                                "--ials.iterations=3",
                                "--als.rank=4",
                                "--als.iterations=3"),
                        Map.of())
                .orElseThrow();
        return EvaluateRecommenderJob.run(shop.run(EvaluateRecommenderJob.NAME), config);
    }

    private static List<String> models(SmallShop shop) {
        return SmallShop.postgres()
                .query(
                        "SELECT model_version FROM models WHERE tenant_id = ?",
                        List.of(shop.tenant().value()),
                        row -> row.getString(1));
    }
}
