package dev.tandem.runtime.postgres;

import dev.tandem.core.schema.Column;
import dev.tandem.core.schema.TableRow;
import dev.tandem.core.settings.PostgresSettings;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Streams a query's rows inside a Spark task: one connection, one statement and so one state of the database, a fetch of
 * rows in memory at a time.
 */
public final class PostgresReader implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int FETCH_ROWS = 10_000;

    private final String url;
    private final String user;
    private final String password;

    public PostgresReader(PostgresSettings settings) {
        this.url = settings.url();
        this.user = settings.user();
        this.password = settings.password().reveal();
    }

    /**
     * Hands over each row of a query, with values as Cassandra keeps them: times to the millisecond, JSON objects as maps.
     *
     * @param columns of the query's result, all of them and in order
     */
    public void read(String sql, List<Column> columns, Consumer<TableRow> rows) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            // With auto-commit the driver would fetch everything at once.
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(FETCH_ROWS);
                read(statement, columns, rows);
            }
        } catch (SQLException e) {
            throw new PostgresException(e);
        }
    }

    private static void read(PreparedStatement statement, List<Column> columns, Consumer<TableRow> rows)
            throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                TableRow.Builder values = TableRow.builder(columns.size());
                for (int i = 0; i < columns.size(); i++) {
                    values.add(PostgresValues.read(result, i + 1, columns.get(i).type()));
                }
                rows.accept(values.build());
            }
        }
    }
}
