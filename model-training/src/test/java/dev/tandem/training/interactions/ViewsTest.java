package dev.tandem.training.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ViewsTest {
    private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");

    @Test
    void leaveOutWhatTheUserRemovedUpToThen(SparkSession spark) {
        Dataset<Row> views = ViewRows.none()
                .view("u1", "i1", "2026-03-01T00:00:00Z")
                .view("u1", "i1", "2026-03-02T00:00:00Z")
                .view("u1", "i2", "2026-03-03T00:00:00Z")
                .view("u2", "i3", "2026-03-04T00:00:00Z")
                .view("u1", "i1", "2026-03-05T00:00:00Z")
                .toDataset(spark);
        Dataset<Row> removals = Rows.of(StructType.fromDDL("user_id string, item_id string, removed_at timestamp"))
                .row("u1", "i1", Timestamp.from(Instant.parse("2026-03-02T00:00:00Z")))
                .row("u1", "i3", Timestamp.from(END))
                .toDataset(spark);

        assertThat(days(Views.kept(views, removals))).containsExactly("03", "04", "05");
    }

    @Test
    void countFromWhenAViewFadesToTheEndOfTheInterval(SparkSession spark) {
        Dataset<Row> views = ViewRows.none()
                .view("u1", "i1", "2025-12-31T23:59:59.999Z")
                .view("u1", "i1", "2026-01-01T00:00:00Z")
                .view("u1", "i1", "2026-03-31T00:00:00Z")
                .view("u1", "i1", "2026-04-01T00:00:00Z")
                .toDataset(spark);

        assertThat(days(Views.countingIn(DataInterval.upTo(END, Duration.ofDays(3_650)), views)))
                .containsExactly("01", "31");
    }

    @Test
    void countFromTheStartOfAShortInterval(SparkSession spark) {
        Dataset<Row> views = ViewRows.none()
                .view("u1", "i1", "2026-03-21T00:00:00Z")
                .view("u1", "i1", "2026-03-22T00:00:00Z")
                .toDataset(spark);

        assertThat(days(Views.countingIn(DataInterval.upTo(END, Duration.ofDays(10)), views)))
                .containsExactly("22");
    }

    /** The days of the month, in order. */
    private static List<String> days(Dataset<Row> views) {
        return views.collectAsList().stream()
                .map(row -> row.getTimestamp(2).toInstant().toString().substring(8, 10))
                .sorted()
                .toList();
    }
}
