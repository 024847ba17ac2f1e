package dev.tandem.runtime.cassandra;

import static dev.tandem.core.schema.Columns.TENANT_ID;
import static org.apache.spark.sql.functions.col;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import dev.tandem.core.schema.Table;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.spark.SparkSchemas;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/** Reads tables of the contract from Cassandra, at the consistency that sees every acknowledged write. */
public final class CassandraSource {
    private final SparkSession spark;
    private final CassandraAccess access;

    public CassandraSource(SparkSession spark, CassandraSettings settings) {
        this.spark = spark;
        this.access = new CassandraAccess(settings);
    }

    /** All rows of a tenant, with the table's columns. Cost: a scan of the table by token range. */
    public Dataset<Row> read(Table table, TenantId tenant) {
        return load(table, "auto").where(col(TENANT_ID).equalTo(tenant.value()));
    }

    /**
     * The rows of a table that have one of the keys, each looked up by its key. Cost: one read a key.
     *
     * @param keys the table's partition key, and leading clustering columns or none; other columns are dropped
     */
    public Dataset<Row> find(Dataset<Row> keys, Table table) {
        List<String> names = Stream.concat(table.partitionKey().stream(), table.clusteringKey().stream())
                .filter(List.of(keys.columns())::contains)
                .toList();
        Dataset<Row> distinct = keys.select(
                        names.stream().map(name -> col(name)).toArray(org.apache.spark.sql.Column[]::new))
                .distinct();
        return distinct.join(
                        load(table, "on"), CollectionConverters.asScala(names).toSeq())
                .select(columns(table));
    }

    /**
     * How many rows a table has under some keys. Cost: one read a key, of the key alone.
     *
     * @param keys as in {@link #find}
     */
    public long count(Dataset<Row> keys, Table table) {
        return find(keys, table)
                .select(table.partitionKey().stream()
                        .map(name -> col(name))
                        .toArray(org.apache.spark.sql.Column[]::new))
                .count();
    }

    /** How many partitions of a table a tenant has. Cost: the keys of all partitions of the table, but none of their rows. */
    public long partitions(Table table, TenantId tenant) {
        SimpleStatement keys = SimpleStatement.newInstance("SELECT DISTINCT %s FROM %s"
                        .formatted(String.join(", ", table.partitionKey()), access.qualified(table)))
                .setConsistencyLevel(DefaultConsistencyLevel.LOCAL_QUORUM)
                .setIdempotent(true);
        try (CqlSession session = access.connector().openSession()) {
            long count = 0;
            for (com.datastax.oss.driver.api.core.cql.Row row : session.execute(keys)) {
                count += tenant.value().equals(row.getString(TENANT_ID)) ? 1 : 0;
            }
            return count;
        }
    }

    private Dataset<Row> load(Table table, String directJoin) {
        Dataset<Row> rows = spark.read()
                .format(CassandraAccess.FORMAT)
                .options(access.options(table))
                .option("spark.cassandra.input.consistency.level", "LOCAL_QUORUM")
                .option("directJoinSetting", directJoin)
                .load();
        SparkSchemas.check("Cassandra", rows.schema(), table);
        return rows.select(columns(table));
    }

    private static org.apache.spark.sql.Column[] columns(Table table) {
        return table.columnNames().stream().map(name -> col(name)).toArray(org.apache.spark.sql.Column[]::new);
    }
}
