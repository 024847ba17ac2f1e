package dev.tandem.training.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class IdIndexTest {
    @Test
    void numbersDistinctIdsInTheirOrder(SparkSession spark) {
        Dataset<Row> rows = Rows.of(StructType.fromDDL("item_id string"))
                .row("b")
                .row("a10")
                .row("a9")
                .row("b")
                .row("B")
                .toDataset(spark)
                .repartition(3);

        Dataset<Row> index = IdIndex.of(rows, "item_id");

        assertThat(index.collectAsList())
                .containsExactly(
                        RowFactory.create("B", 0),
                        RowFactory.create("a10", 1),
                        RowFactory.create("a9", 2),
                        RowFactory.create("b", 3));
    }
}
