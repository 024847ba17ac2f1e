package dev.tandem.runtime.postgres;

import dev.tandem.core.settings.PostgresSettings;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads PostgreSQL into Spark over several connections at once. */
public final class PostgresSource {
    private static final String FETCH_SIZE = "10000";

    private final SparkSession spark;
    private final PostgresSettings settings;

    public PostgresSource(SparkSession spark, PostgresSettings settings) {
        this.spark = spark;
        this.settings = settings;
    }

    /**
     * The rows of a query, read in parts by the hash of one column: rows that share its value come from one statement, so
     * they are consistent with each other, whatever is written meanwhile. Each action reads anew; persist what is used
     * twice.
     *
     * @param partitionColumn a text column of the query's result, never null
     * @param partitions how many connections read at once
     */
    public Dataset<Row> read(SqlQuery query, String partitionColumn, int partitions) {
        String[] predicates = IntStream.range(0, partitions)
                .mapToObj(part -> SqlQuery.isPart(partitionColumn, partitions, part))
                .toArray(String[]::new);
        return spark.read().jdbc(settings.url(), "(" + query.toSql() + ") AS source", predicates, properties());
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("driver", "org.postgresql.Driver");
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password().reveal());
        properties.setProperty("fetchsize", FETCH_SIZE);
        return properties;
    }
}
