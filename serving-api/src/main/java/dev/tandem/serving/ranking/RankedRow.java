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

    /** The columns of lists that no model made, in the order in which {@link #listWithoutModel} expects them. */
    public static final List<String> COLUMNS_WITHOUT_MODEL =
            List.of(Columns.ITEMS, Columns.EVENTS_UNTIL, Columns.GENERATED_AT);

    private RankedRow() {}

    /** The list of a row. Its items are the column's bytes: text that is never decoded. */
    public static RankedList list(Row row) {
        return new RankedList(items(row), row.getString(1), row.getInstant(2), row.getInstant(3));
    }

    /** The list of a row without a model's version. */
    public static RankedList listWithoutModel(Row row) {
        return new RankedList(items(row), null, row.getInstant(1), row.getInstant(2));
    }

    private static byte[] items(Row row) {
        ByteBuffer items = row.getBytesUnsafe(0);
        return items == null ? new byte[0] : Bytes.getArray(items);
    }
}
