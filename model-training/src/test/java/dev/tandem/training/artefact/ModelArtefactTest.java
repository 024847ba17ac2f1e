package dev.tandem.training.artefact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ModelArtefactTest {
    private static final TenantId SHOP = new TenantId("shop");
    private static final ModelVersion VERSION = new ModelVersion("als-1");

    @TempDir
    private Path models = Path.of("");

    @Test
    void givesBackWhatWasWritten(SparkSession spark) {
        ModelArtefact artefact = ModelArtefact.of(spark, models.toUri(), SHOP, VERSION);

        artefact.write(users(spark, "u1", "u2"), items(spark, "i1"), Map.of("model.json", "{}"));

        assertThat(artefact.isComplete()).isTrue();
        assertThat(artefact.users().collectAsList())
                .isEqualTo(users(spark, "u1", "u2").collectAsList());
        assertThat(artefact.items().collectAsList())
                .isEqualTo(items(spark, "i1").collectAsList());
        assertThat(models.resolve("shop/als-1/model.json")).hasContent("{}");
    }

    @Test
    void leavesNothingButTheFolderBehind(SparkSession spark) throws IOException {
        ModelArtefact artefact = ModelArtefact.of(spark, models.toUri(), SHOP, VERSION);
        Files.createDirectories(Path.of(artefact.checkpoints()).resolve("rdd-1"));

        artefact.write(users(spark, "u1"), items(spark, "i1"), Map.of("model.json", "{}"));

        assertThat(models.resolve("shop/als-1/checkpoints")).doesNotExist();
        try (Stream<Path> folders = Files.list(models.resolve("shop"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString())).containsExactly("als-1");
        }
    }

    @Test
    void replacesWhatADeadRunLeft(SparkSession spark) throws IOException {
        Files.createDirectories(models.resolve("shop/.unfinished-als-1/user_factors"));
        Files.createDirectories(models.resolve("shop/als-1/user_factors"));
        ModelArtefact artefact = ModelArtefact.of(spark, models.toUri(), SHOP, VERSION);
        boolean before = artefact.isComplete();

        artefact.write(users(spark, "u1"), items(spark, "i1"), Map.of("model.json", "{}"));

        assertThat(before).isFalse();
        assertThat(artefact.users().count()).isEqualTo(1);
    }

    @Test
    void saysToTrainAgainWhereFilesAreMissing(SparkSession spark) throws IOException {
        ModelArtefact artefact = ModelArtefact.of(spark, models.toUri(), SHOP, VERSION);
        artefact.write(users(spark, "u1"), items(spark, "i1"), Map.of("model.json", "{}"));
        Files.delete(models.resolve("shop/als-1/model.json"));

        assertThatThrownBy(artefact::users)
                .isInstanceOfSatisfying(TandemException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.INPUT))
                .hasMessageContaining("shop/als-1")
                .hasMessageEndingWith("Train it again: run train-recommender");
    }

    @Test
    void namesItsFolderWholly(SparkSession spark) {
        ModelArtefact relative = ModelArtefact.of(spark, URI.create("var/models"), SHOP, VERSION);

        assertThat(relative.uri()).hasScheme("file");
        assertThat(relative.uri().getPath()).endsWith("/var/models/shop/als-1");
    }

    private static Dataset<Row> users(SparkSession spark, String... ids) {
        return factors("user_id", List.of(ids)).toDataset(spark);
    }

    private static Dataset<Row> items(SparkSession spark, String... ids) {
        return factors("item_id", List.of(ids)).toDataset(spark);
    }

    private static Rows factors(String id, List<String> ids) {
        Rows rows = Rows.of(StructType.fromDDL(id + " string, index int, factors array<float>"));
        for (String value : ids) {
            rows = rows.row(value, ids.indexOf(value), List.of(1f, 2f));
        }
        return rows;
    }
}
