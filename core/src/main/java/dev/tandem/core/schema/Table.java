package dev.tandem.core.schema;

import java.util.List;

/**
 * A contract table.
 *
 * @param name its name, without keyspace or schema
 * @param partitionKey the columns that find a partition (Cassandra), or the whole primary key (PostgreSQL), in order
 * @param clusteringKey the columns that order rows within a partition; empty in PostgreSQL
 * @param columns every column, keys first
 */
public record Table(String name, List<String> partitionKey, List<String> clusteringKey, List<Column> columns) {
    public Table {
        partitionKey = List.copyOf(partitionKey);
        clusteringKey = List.copyOf(clusteringKey);
        columns = List.copyOf(columns);
    }

    /** The names of all columns, in order. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }
}
