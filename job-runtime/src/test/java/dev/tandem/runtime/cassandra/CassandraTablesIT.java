package dev.tandem.runtime.cassandra;

import static dev.tandem.core.schema.CassandraTables.ANONYMOUS_ORDER_LINES_BY_ORDER;
import static dev.tandem.core.schema.CassandraTables.BOUGHT_TOGETHER_BY_ITEM;
import static dev.tandem.core.schema.CassandraTables.ITEMS;
import static dev.tandem.core.schema.CassandraTables.ORDER_LINES_BY_USER;
import static dev.tandem.core.schema.CassandraTables.SIMILAR_ITEMS_BY_ITEM;
import static dev.tandem.core.schema.CassandraTables.TENANTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.schema.Table;
import dev.tandem.core.schema.TableRow;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.services.Lease;
import dev.tandem.local.services.SharedStack;
import dev.tandem.runtime.spark.SparkSchemas;
import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is written is what is read, by whichever way. */
@ExtendWith(SparkExtension.class)
class CassandraTablesIT {
    private static final Lease LEASE = SharedStack.lease("runtime");
    private static final Timestamp WHEN = Timestamp.from(Instant.parse("2026-01-01T00:00:00.123Z"));

    private final SparkSession spark = SparkSession.active();
    private final CassandraSource source = new CassandraSource(spark, LEASE.cassandra());
    private final CassandraSink sink = new CassandraSink(LEASE.cassandra());

    private static Rows line(Rows lines, String tenant, String order, int number) {
        return lines.row(tenant, order, number, "i1", 1, new BigDecimal("2.5000"), WHEN, "sale", null);
    }

    @Test
    void valuesOfEveryTypeComeBackAsTheyWereWritten() {
        Rows items = Rows.of(ITEMS).row("types", "i1", "Cup", null, new BigDecimal("2.50"), true, Map.of("a", "b"));

        long written = sink.upsert(items.toDataset(spark), ITEMS);

        assertThat(written).isEqualTo(1);
        Row read = source.read(ITEMS, new TenantId("types")).head();
        assertThat(read.toSeq().mkString("|")).isEqualTo("types|i1|Cup|null|2.500000000000000000|true|Map(a -> b)");
    }

    @Test
    void aTenantReadsItsOwnRowsOnly() {
        Rows tenants = Rows.of(TENANTS).row("mine", "A").row("theirs", "B");
        sink.upsert(tenants.toDataset(spark), TENANTS);

        assertThat(source.read(TENANTS, new TenantId("mine")).select("name").collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("A");
    }

    @Test
    void rowsAreLookedUpByKeyWithoutAScan() {
        Rows lines = line(
                line(line(Rows.of(ANONYMOUS_ORDER_LINES_BY_ORDER), "find", "o1", 1), "find", "o1", 2), "find", "o2", 1);
        sink.insert(lines.toDataset(spark), ANONYMOUS_ORDER_LINES_BY_ORDER);
        Rows keys = Rows.of(StructType.fromDDL("tenant_id string, order_id string"))
                .row("find", "o1")
                .row("find", "nowhere");

        Dataset<Row> found = source.find(keys.toDataset(spark), ANONYMOUS_ORDER_LINES_BY_ORDER);

        assertThat(found.select("order_id", "line_number").collectAsList())
                .extracting(Row::toString)
                .containsExactlyInAnyOrder("[o1,1]", "[o1,2]");
        assertThat(found.queryExecution().executedPlan().toString()).contains("Cassandra Direct Join");
    }

    @Test
    void anUpsertClearsWhatIsNullAndAnInsertWritesNoNull() {
        StructType schema = StructType.fromDDL("tenant_id string, name string");
        Dataset<Row> nameless = Rows.of(schema).row("nulls", null).toDataset(spark);
        TenantId tenant = new TenantId("nulls");
        sink.upsert(Rows.of(schema).row("nulls", "A").toDataset(spark), TENANTS);

        sink.insert(nameless, TENANTS);
        assertThat(source.read(TENANTS, tenant).head().getString(1)).isEqualTo("A");

        sink.upsert(nameless, TENANTS);
        assertThat(source.read(TENANTS, tenant).head().isNullAt(1)).isTrue();
    }

    @Test
    void singleRowsAreDeletedByTheirKey() {
        Rows lines = line(line(Rows.of(ANONYMOUS_ORDER_LINES_BY_ORDER), "delete", "o1", 1), "delete", "o1", 2);
        sink.insert(lines.toDataset(spark), ANONYMOUS_ORDER_LINES_BY_ORDER);
        Dataset<Row> second = lines.toDataset(spark).where("line_number = 2");

        long deleted = sink.delete(second, ANONYMOUS_ORDER_LINES_BY_ORDER);

        assertThat(deleted).isEqualTo(1);
        assertThat(source.read(ANONYMOUS_ORDER_LINES_BY_ORDER, new TenantId("delete"))
                        .select("line_number")
                        .collectAsList())
                .extracting(row -> row.getInt(0))
                .containsExactly(1);
    }

    @Test
    void aSliceIsWrittenReadAndDeletedByItsRows() {
        CassandraSlices.Access access = CassandraSlices.Access.to(
                LEASE.cassandra(), ANONYMOUS_ORDER_LINES_BY_ORDER, List.of("tenant_id", "order_id"));
        BigDecimal price = new BigDecimal("2.5");
        Instant at = WHEN.toInstant();
        TableRow first = TableRow.of("slices", "o1", 1, "i1", 1, price, at, "sale", at);
        TableRow second = TableRow.of("slices", "o1", 2, "i1", 1, price, at, "sale", null);
        TableRow cleared = TableRow.of("slices", "o1", 1, "i1", 3, price, at, "sale", null);

        try (CassandraSlices slices = access.open()) {
            slices.insert(List.of(first, second)).toCompletableFuture().join();
            slices.update(List.of(cleared)).toCompletableFuture().join();
            assertThat(slices.read(List.of(List.of("slices", "o1")))
                            .toCompletableFuture()
                            .join())
                    .containsExactly(cleared, second);

            slices.delete(List.of(List.of("slices", "o1", 2)))
                    .toCompletableFuture()
                    .join();
            assertThat(slices.read(List.of(List.of("slices", "o1")))
                            .toCompletableFuture()
                            .join())
                    .containsExactly(cleared);
        }
    }

    @Test
    void slicesOfOnePartitionAreReadAndCountedInOneQuestion() {
        CassandraSlices.Access access = CassandraSlices.Access.to(
                LEASE.cassandra(), ORDER_LINES_BY_USER, List.of("tenant_id", "user_id", "order_id"));
        Instant at = WHEN.toInstant();
        List<TableRow> rows = Stream.of("o1", "o2", "o3")
                .map(order -> TableRow.of("slices", "u1", order, 1, "i1", 1, new BigDecimal("2.5"), at, "sale", null))
                .toList();
        List<List<Object>> someOrders = List.of(
                List.of("slices", "u1", "o1"), List.of("slices", "u1", "o3"), List.of("slices", "u1", "unknown"));

        try (CassandraSlices slices = access.open()) {
            slices.insert(rows).toCompletableFuture().join();

            assertThat(slices.read(someOrders).toCompletableFuture().join()).containsExactly(rows.get(0), rows.get(2));
            assertThat(slices.count(someOrders).toCompletableFuture().join()).isEqualTo(2);
        }
    }

    @Test
    void onePassWritesSeveralTablesOfTheSameColumns() {
        Timestamp then = Timestamp.from(Instant.parse("2026-01-01T00:00:00Z"));
        Rows lists = Rows.of(SparkSchemas.of(SIMILAR_ITEMS_BY_ITEM).add("table", "string"))
                .row("fan-out", "v1", "i1", "similar", then, WHEN, "similar_items_by_item")
                .row("fan-out", "v1", "i1", "together", then, WHEN, "bought_together_by_item")
                .row("fan-out", "v1", "i2", "similar too", then, WHEN, "similar_items_by_item");
        List<Table> tables = List.of(SIMILAR_ITEMS_BY_ITEM, BOUGHT_TOGETHER_BY_ITEM);

        Map<String, Long> written = new CassandraFanOut(LEASE.cassandra()).upsert(lists.toDataset(spark), tables);

        assertThat(written)
                .containsOnly(Map.entry("similar_items_by_item", 2L), Map.entry("bought_together_by_item", 1L));
        assertThat(source.read(BOUGHT_TOGETHER_BY_ITEM, new TenantId("fan-out")).collectAsList())
                .containsExactly(RowFactory.create("fan-out", "v1", "i1", "together", then, WHEN));
        assertThat(source.count(lists.toDataset(spark), SIMILAR_ITEMS_BY_ITEM)).isEqualTo(2);
        assertThat(source.count(lists.toDataset(spark), BOUGHT_TOGETHER_BY_ITEM))
                .isEqualTo(1);
    }

    @Test
    void rowsThatDoNotFitTheTableAreRefusedByColumn() {
        Dataset<Row> rows = Rows.of(StructType.fromDDL("tenant_id string, name int"))
                .row("shop", 1)
                .toDataset(spark);

        assertThatThrownBy(() -> sink.upsert(rows, TENANTS))
                .hasMessage("What is to be written does not fit table tenants: column name is int, expected string");
    }
}
