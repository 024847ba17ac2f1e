package dev.tandem.core.schema;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * A contract table.
 *
 * @param name its name, without keyspace or schema
 * @param partitionKey the columns that find a partition (Cassandra), or the whole primary key (PostgreSQL), in order
 * @param clusteringKey the columns that order rows within a partition; empty in PostgreSQL
 * @param columns every column, keys first
 */
public record Table(String name, List<String> partitionKey, List<String> clusteringKey, List<Column> columns)
        implements Serializable {
    public Table {
        partitionKey = List.copyOf(partitionKey);
        clusteringKey = List.copyOf(clusteringKey);
        columns = List.copyOf(columns);
    }

    /** The columns of the primary key, in order. */
    public List<String> primaryKey() {
        return Stream.concat(partitionKey.stream(), clusteringKey.stream()).toList();
    }

    /** The names of all columns, in order. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }
}
