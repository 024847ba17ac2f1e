package dev.tandem.etl.changes;

import static dev.tandem.etl.changes.RowChanges.CHANGE;
import static org.apache.spark.sql.functions.col;

import dev.tandem.core.schema.Table;
import dev.tandem.runtime.cassandra.CassandraSink;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Brings a Cassandra table to the state that it should have, writing only what differs. */
public final class TableSync {
    private final CassandraSink sink;

    public TableSync(CassandraSink sink) {
        this.sink = sink;
    }

    /**
     * What was done to a table.
     *
     * @param wanted rows that should be there
     * @param inserted rows that were not there
     * @param updated rows that were there with other values
     * @param deleted rows that should not be there
     */
    public record Outcome(long wanted, long inserted, long updated, long deleted) {
        /** What was done to two tables together. */
        public Outcome plus(Outcome other) {
            return new Outcome(
                    wanted + other.wanted, inserted + other.inserted, updated + other.updated, deleted + other.deleted);
        }

        public long written() {
            return inserted + updated;
        }
    }

    /**
     * Writes the difference between two states of a table, as {@link RowChanges#between} tells them apart. Where nothing is
     * there yet, everything is written without comparing.
     */
    public Outcome apply(Dataset<Row> wanted, Dataset<Row> current, Table table) {
        if (current.isEmpty()) {
            long inserted = sink.insert(wanted, table);
            return new Outcome(inserted, inserted, 0, 0);
        }
        Dataset<Row> changes = RowChanges.between(wanted, current, table).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Map<String, Long> counts = changes.groupBy(CHANGE).count().collectAsList().stream()
                    .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
            long inserted =
                    counts.containsKey(RowChanges.INSERT) ? sink.insert(of(changes, RowChanges.INSERT), table) : 0;
            long updated =
                    counts.containsKey(RowChanges.UPDATE) ? sink.upsert(of(changes, RowChanges.UPDATE), table) : 0;
            long deleted =
                    counts.containsKey(RowChanges.DELETE) ? sink.delete(of(changes, RowChanges.DELETE), table) : 0;
            long same = counts.getOrDefault(RowChanges.SAME, 0L);
            return new Outcome(inserted + updated + same, inserted, updated, deleted);
        } finally {
            changes.unpersist();
        }
    }

    private static Dataset<Row> of(Dataset<Row> changes, String change) {
        return changes.where(col(CHANGE).equalTo(change));
    }
}
