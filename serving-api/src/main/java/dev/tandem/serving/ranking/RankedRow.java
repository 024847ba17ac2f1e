package dev.tandem.serving.ranking;

import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.protocol.internal.util.Bytes;
import dev.tandem.core.schema.Columns;
import java.nio.ByteBuffer;
import java.util.List;

/** The columns of a stored ranked list, and how a row of them is read. */
public final class RankedRow {
    /** The columns, in the order in which {@link #list} expects them. */
    public static final List<String> COLUMNS =
            List.of(Columns.ITEMS, Columns.MODEL_VERSION, Columns.EVENTS_UNTIL, Columns.GENERATED_AT);

    private RankedRow() {}

    /** The list of a row. Its items are the column's bytes: text that is never decoded. */
    public static RankedList list(Row row) {
        ByteBuffer items = row.getBytesUnsafe(0);
        return new RankedList(
                items == null ? new byte[0] : Bytes.getArray(items),
                row.getString(1),
                row.getInstant(2),
                row.getInstant(3));
    }
}
