package dev.tandem.core.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a contract table: its values in the order of the table's columns, each a String, Integer, Long, BigDecimal,
 * Boolean, Instant, Map or Set by its column's type, or null.
 */
public final class TableRow {
    private final @Nullable Object[] values;

    private TableRow(@Nullable Object[] values) {
        this.values = values;
    }

    public static TableRow of(@Nullable Object... values) {
        return new TableRow(values.clone());
    }

    /** A row that is filled value by value. */
    public static Builder builder(int size) {
        return new Builder(size);
    }

    /** The values of a row so far, in the order of its columns. */
    public static final class Builder {
        private final @Nullable Object[] values;
        private int filled;

        private Builder(int size) {
            this.values = new Object[size];
        }

        /** The next column's value. */
        public Builder add(@Nullable Object value) {
            values[filled] = value;
            filled++;
            return this;
        }

        /** The row; the builder is done with. */
        public TableRow build() {
            return new TableRow(values);
        }
    }

    /** How many values the row has. */
    public int size() {
        return values.length;
    }

    /** The value of the column at a place, counted from 0. */
    public @Nullable Object value(int place) {
        return values[place];
    }

    /** This row without its last values. */
    public TableRow first(int length) {
        return new TableRow(Arrays.copyOf(values, length));
    }

    /** Whether the row begins with these values. */
    public boolean hasLeading(List<Object> leading) {
        for (int place = 0; place < leading.size(); place++) {
            if (!leading.get(place).equals(values[place])) {
                return false;
            }
        }
        return true;
    }

    /** The leading values, such as a key; none of them is null. */
    public List<Object> leading(int length) {
        List<Object> leading = new ArrayList<>(length);
        for (int place = 0; place < length; place++) {
            leading.add(Objects.requireNonNull(values[place], "A key has no null"));
        }
        return List.copyOf(leading);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableRow row && Arrays.equals(row.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
