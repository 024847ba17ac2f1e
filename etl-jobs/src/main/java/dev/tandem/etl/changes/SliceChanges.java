package dev.tandem.etl.changes;

import dev.tandem.core.schema.Table;
import dev.tandem.core.schema.TableRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must happen to a slice of a Cassandra table for it to hold the rows that it should.
 *
 * @param inserted rows that are not there
 * @param updated rows that are there with other values, as they should be
 * @param deleted the primary keys of rows that should not be there
 */
record SliceChanges(List<TableRow> inserted, List<TableRow> updated, List<List<Object>> deleted) {
    /**
     * Compares two states of a slice by the table's primary key, whose columns lead its rows.
     *
     * <p>Values are the same when Cassandra cannot tell them apart: decimals whatever their scale, an empty map or set and
     * none. Instants are taken as they are: both sides come to the millisecond.
     *
     * @param wanted the rows that should be there, unique by key
     */
    static SliceChanges between(List<TableRow> wanted, List<TableRow> current, Table table) {
        int keyLength = table.primaryKey().size();
        Map<List<Object>, TableRow> left = new LinkedHashMap<>();
        current.forEach(row -> left.put(row.leading(keyLength), row));
        List<TableRow> inserted = new ArrayList<>();
        List<TableRow> updated = new ArrayList<>();
        for (TableRow row : wanted) {
            TableRow there = left.remove(row.leading(keyLength));
            if (there == null) {
                inserted.add(row);
            } else if (!isSame(row, there)) {
                updated.add(row);
            }
        }
        return new SliceChanges(inserted, updated, List.copyOf(left.keySet()));
    }

    boolean isEmpty() {
        return inserted.isEmpty() && updated.isEmpty() && deleted.isEmpty();
    }

    private static boolean isSame(TableRow row, TableRow other) {
        for (int i = 0; i < row.size(); i++) {
            if (!isSame(row.value(i), other.value(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(@Nullable Object value, @Nullable Object other) {
        if (value instanceof BigDecimal number && other instanceof BigDecimal otherNumber) {
            return number.compareTo(otherNumber) == 0;
        }
        return Objects.equals(orNull(value), orNull(other));
    }

    private static @Nullable Object orNull(@Nullable Object value) {
        boolean isEmpty = (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof Collection<?> collection && collection.isEmpty());
        return isEmpty ? null : value;
    }
}
