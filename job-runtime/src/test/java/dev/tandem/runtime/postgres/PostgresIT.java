package dev.tandem.runtime.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.local.services.Lease;
import dev.tandem.local.services.SharedStack;
import dev.tandem.runtime.testing.SparkExtension;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class PostgresIT {
    private static final Lease LEASE = SharedStack.lease("runtime");

    private final SparkSession spark = SparkSession.active();
    private final PostgresDatabase database = new PostgresDatabase(LEASE.postgres());

    @Test
    void everyRowIsReadOnceHoweverManyReadAtOnce() {
        SqlQuery query = SqlQuery.of("SELECT n::text AS id, n FROM generate_series(1, :last) AS n")
                .with("last", 1000);

        Dataset<Row> rows = new PostgresSource(spark, LEASE.postgres()).read(query, "id", 3);

        assertThat(rows.rdd().getNumPartitions()).isEqualTo(3);
        assertThat(rows.selectExpr("count(*)", "count(DISTINCT id)", "sum(n)")
                        .head()
                        .toString())
                .isEqualTo("[1000,1000,500500]");
    }

    @Test
    void valuesOfSmallQuestionsAreBound() {
        Instant when = Instant.parse("2026-01-01T00:00:00.123456Z");
        database.update(
                "INSERT INTO tenants (tenant_id, name, created_at) VALUES (?, ?, ?)",
                List.<Object>of("bound", "O'Brien", when));

        List<String> names = database.query(
                "SELECT name FROM tenants WHERE tenant_id = ? AND created_at = ?",
                List.<Object>of("bound", when),
                row -> row.getString(1));

        assertThat(names).containsExactly("O'Brien");
    }
}
