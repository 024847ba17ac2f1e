package dev.tandem.training.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import dev.tandem.training.solver.Factors;
import java.nio.file.Path;
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

        Factors factors =
                ImplicitAls.fit(interactions, 2, 2, new AlsSettings(2, 0.3, 4, 30, 42, 1), checkpoints.toUri());

        assertThat(factors.users().rows()).isEqualTo(2);
        assertThat(factors.items().rows()).isEqualTo(2);
        assertThat(factors.items().value(1, 0)).isNotZero();
    }
}
