package dev.tandem.etl.changes;

import static dev.tandem.core.schema.ColumnType.BOOLEAN;

import dev.tandem.core.schema.Column;
import dev.tandem.core.schema.Table;
import dev.tandem.runtime.postgres.SqlQuery;
import java.util.List;
import java.util.stream.Stream;

/**
 * What PostgreSQL says that slices of a Cassandra table should hold. A slice is all rows under the leading columns of the
 * table's key; one that is named without a row should be empty.
 *
 * @param query gives the table's columns in order and then {@link #IS_PRESENT}: whether this is a row, or only names its
 *     slice by its leading columns
 * @param sliceKey the leading columns of the table's key that name a slice
 */
public record WantedRows(Table table, SqlQuery query, List<String> sliceKey) {
    /** The boolean column that tells rows from the mere names of slices. */
    public static final String IS_PRESENT = "is_present";

    public WantedRows {
        sliceKey = List.copyOf(sliceKey);
    }

    /** The columns of the query. */
    public List<Column> columns() {
        return Stream.concat(table.columns().stream(), Stream.of(new Column(IS_PRESENT, BOOLEAN)))
                .toList();
    }

    /** One of some parts of the rows, partition by partition and slice by slice. */
    public String part(int parts, int part) {
        return query.part(partColumn(), parts, part, sliceKey);
    }

    /** The column by whose hash the rows are parted; it keeps partitions whole, and so slices. */
    public String partColumn() {
        List<String> partitionKey = table.partitionKey();
        return partitionKey.get(partitionKey.size() - 1);
    }
}
