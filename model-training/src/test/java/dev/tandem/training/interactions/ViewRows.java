package dev.tandem.training.interactions;

import dev.tandem.runtime.testing.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Views, written in a test as what matters to it. */
public final class ViewRows {
    private final Rows rows;

    private ViewRows(Rows rows) {
        this.rows = rows;
    }

    public static ViewRows none() {
        return new ViewRows(Rows.of(StructType.fromDDL("user_id string, item_id string, viewed_at timestamp")));
    }

    /** These views and one more. */
    public ViewRows view(String user, String item, String viewedAt) {
        return new ViewRows(rows.row(user, item, Timestamp.from(Instant.parse(viewedAt))));
    }

    public Dataset<Row> toDataset(SparkSession spark) {
        return rows.toDataset(spark);
    }
}
