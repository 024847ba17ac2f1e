package dev.tandem.training.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CoPurchasesTest {
    private final Rows purchases = Rows.of(StructType.fromDDL("user_id string, index int"))
            .row("u1", 0)
            .row("u1", 1)
            .row("u1", 1)
            .row("u2", 0)
            .row("u2", 1)
            .row("u3", 1)
            .row("u4", 2);

    @Test
    void countsBuyersOnce(SparkSession spark) {
        CoPurchases coPurchases = CoPurchases.of(purchases.toDataset(spark), 4, 10);

        assertThat(coPurchases.buyers()).containsExactly(2, 3, 1, 0);
    }

    @Test
    void comparesItemsByTheirCommonBuyersShrunkWhereTheyAreFew(SparkSession spark) {
        List<Row> neighbours = CoPurchases.of(purchases.toDataset(spark), 4, 10)
                .neighbours()
                .orderBy("index")
                .collectAsList();

        assertThat(neighbours).extracting(row -> row.getInt(0)).containsExactly(0, 1);
        Row only = neighbours.get(0).<Row>getList(1).get(0);
        assertThat(only.getInt(0)).isEqualTo(1);
        assertThat(only.getFloat(1)).isCloseTo((float) (2 / Math.sqrt(6) * 2 / 7), within(1e-6f));
    }
}
