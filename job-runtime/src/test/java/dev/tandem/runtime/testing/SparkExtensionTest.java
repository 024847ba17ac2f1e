package dev.tandem.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.schema.CassandraTables;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class SparkExtensionTest {
    @Test
    void theSessionIsSmallOnLoopbackAndTellsTimeInUtc(SparkSession spark) {
        assertThat(spark.sparkContext().master()).isEqualTo("local[2]");
        assertThat(spark.conf().get("spark.sql.shuffle.partitions")).isEqualTo("2");
        assertThat(spark.conf().get("spark.driver.host")).isEqualTo("127.0.0.1");
        assertThat(spark.sql("SELECT string(timestamp_seconds(0))").head().getString(0))
                .isEqualTo("1970-01-01 00:00:00");
    }

    @Test
    void everyTestOfTheJvmGetsTheSameSession(SparkSession spark) {
        assertThat(spark).isSameAs(SparkSession.active());
    }

    @Test
    void rowsOfATestBecomeADataset(SparkSession spark) {
        Rows rows = Rows.of(StructType.fromDDL("item_id string, score double"))
                .row("i1", 0.5)
                .row("i2", null);

        assertThat(rows.toDataset(spark).collectAsList()).containsExactlyInAnyOrderElementsOf(rows.toList());
    }

    @Test
    void rowsOfAContractTableHaveItsColumns(SparkSession spark) {
        Row row = Rows.of(CassandraTables.ACTIVE_MODELS)
                .row("shop", "v1", Timestamp.from(Instant.EPOCH), null)
                .toDataset(spark)
                .head();

        assertThat(row.schema().fieldNames())
                .containsExactly("tenant_id", "model_version", "events_until", "published_at");
    }
}
