package dev.tandem.local.launcher.shopdata;

import static dev.tandem.core.schema.Columns.TENANT_ID;
import static java.util.stream.Collectors.joining;

import dev.tandem.core.schema.Table;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A temporary twin of a contract table. Rows go into it by COPY in chunks, and from it into the real table by one
 * statement that writes new and changed rows only. It is gone at the end of the transaction.
 */
final class StagingTable {
    private static final int CHUNK = 1 << 20;

    private final Connection connection;
    private final Table target;
    private final String name;
    private final List<String> columns;
    private final CopyText chunk = new CopyText();
    private long rows;

    /** Creates the table; {@code columns} are those of the target that {@link #add} will be given, in its order. */
    StagingTable(Connection connection, Table target, List<String> columns) throws SQLException {
        this.connection = connection;
        this.target = target;
        this.name = "staged_" + target.name();
        this.columns = columns;
        update("CREATE TEMPORARY TABLE %s (LIKE %s INCLUDING DEFAULTS) ON COMMIT DROP".formatted(name, target.name()));
    }

    void add(@Nullable Object... values) throws SQLException {
        chunk.add(values);
        rows++;
        if (chunk.length() >= CHUNK) {
            copy();
        }
    }

    /** Ends adding. Must come before the methods below. */
    void complete() throws SQLException {
        copy();
        update("ANALYZE " + name);
    }

    /** Writes what is new or different into the target. Equal rows are neither locked nor touched. */
    TableCounts merge() throws SQLException {
        List<String> values =
                columns.stream().filter(c -> !target.partitionKey().contains(c)).toList();
        String sql =
                """
                WITH written AS (
                  INSERT INTO %s AS t (%s) SELECT %s FROM %s s LEFT JOIN %s o ON %s
                  WHERE o.%s IS NULL OR (%s) IS DISTINCT FROM (%s)
                  ON CONFLICT (%s) DO UPDATE SET %s
                  RETURNING (t.xmax = 0) AS is_new)
                SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new) FROM written
                """
                        .formatted(
                                target.name(),
                                each(columns, c -> c),
                                each(columns, c -> "s." + c),
                                name,
                                target.name(),
                                sameKey("o", "s"),
                                TENANT_ID,
                                each(values, c -> "o." + c),
                                each(values, c -> "s." + c),
                                each(target.partitionKey(), c -> c),
                                each(values, c -> c + " = excluded." + c));
        try (Statement statement = connection.createStatement();
                ResultSet counts = statement.executeQuery(sql)) {
            counts.next();
            long inserted = counts.getLong(1);
            long updated = counts.getLong(2);
            return new TableCounts(inserted, updated, rows - inserted - updated, 0);
        }
    }

    /** Removes from the target the rows of those parents that are staged in {@code parents} and that are not staged here. */
    long removeMissing(StagingTable parents) throws SQLException {
        String ofParent = parents.target.partitionKey().stream()
                .map(c -> "t.%s = p.%s".formatted(c, c))
                .collect(joining(" AND "));
        return update("DELETE FROM %s t USING %s p WHERE %s AND NOT EXISTS (SELECT FROM %s s WHERE %s)"
                .formatted(target.name(), parents.name, ofParent, name, sameKey("t", "s")));
    }

    /** Runs a statement with {@code %1$s} for this table and {@code %2$s} for its target. */
    long update(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql.formatted(name, target.name()));
        }
    }

    private void copy() throws SQLException {
        String sql = "COPY %s (%s) FROM STDIN".formatted(name, each(columns, c -> c));
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, chunk.drain());
        } catch (IOException e) {
            throw new SQLException("Cannot send rows: " + e.getMessage(), "08006", e);
        }
    }

    private String sameKey(String left, String right) {
        return target.partitionKey().stream()
                .map(c -> "%s.%s = %s.%s".formatted(left, c, right, c))
                .collect(joining(" AND "));
    }

    private static String each(List<String> columns, UnaryOperator<String> form) {
        return columns.stream().map(form).collect(joining(", "));
    }
}
