package dev.tandem.runtime.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.schema.Column;
import dev.tandem.core.schema.ColumnType;
import dev.tandem.core.schema.TableRow;
import dev.tandem.local.services.Lease;
import dev.tandem.local.services.SharedStack;
import dev.tandem.runtime.testing.SparkExtension;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    void aTaskStreamsItsPartInOrderWithValuesAsCassandraKeepsThem() {
        SqlQuery query = SqlQuery.of("SELECT 'id-' || n AS id, n, n + 0.50 AS price, n = 2 AS even,"
                + " timestamptz '2026-01-01T00:00:00.123456Z' AS at, '{\"b\": 1, \"a\": null}'::jsonb AS attributes,"
                + " ARRAY['y', 'x', 'y'] AS item_ids FROM generate_series(1, 3) n");
        List<Column> columns = List.of(
                new Column("id", ColumnType.TEXT),
                new Column("n", ColumnType.INTEGER),
                new Column("price", ColumnType.DECIMAL),
                new Column("even", ColumnType.BOOLEAN),
                new Column("at", ColumnType.TIMESTAMP),
                new Column("attributes", ColumnType.TEXT_MAP),
                new Column("item_ids", ColumnType.TEXT_SET));
        List<TableRow> rows = new ArrayList<>();

        new PostgresReader(LEASE.postgres()).read(query.part("id", 1, 0, List.of("n")), columns, rows::add);

        assertThat(rows).extracting(row -> row.value(0)).containsExactly("id-1", "id-2", "id-3");
        assertThat(rows.get(1))
                .isEqualTo(TableRow.of(
                        "id-2",
                        2,
                        new BigDecimal("2.50"),
                        true,
                        Instant.parse("2026-01-01T00:00:00.123Z"),
                        Map.of("b", "1"),
                        Set.of("x", "y")));
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
