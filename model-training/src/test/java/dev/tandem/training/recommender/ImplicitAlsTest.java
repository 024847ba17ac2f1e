package dev.tandem.training.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ImplicitAlsTest {
    private static final Rows INTERACTIONS = Rows.of(
                    StructType.fromDDL("user_index int, item_index int, strength double"))
            .row(0, 0, 1.0)
            .row(0, 1, 0.5)
            .row(1, 1, 1.0);

    @TempDir
    private Path checkpoints = Path.of("");

    @Test
    void takesMoreIterationsThanAPlanCanBeDeep(SparkSession spark) {
        Dataset<Row> interactions = INTERACTIONS.toDataset(spark);

        ImplicitAls als = ImplicitAls.fit(
                interactions, new AlsSettings(2, 0.3, 4, 30, Duration.ofDays(60), 42, 1), checkpoints.toUri());

        assertThat(als.users().count()).isEqualTo(2);
        assertThat(als.items().count()).isEqualTo(2);
    }
}
