package dev.tandem.runtime.postgres;

import dev.tandem.core.settings.PostgresSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** PostgreSQL for the small questions that a job's driver asks; each one has a connection of its own. */
public final class PostgresDatabase {
    private final PostgresSettings settings;

    public PostgresDatabase(PostgresSettings settings) {
        this.settings = settings;
    }

    /** Turns the current row into a value. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is asked and answered over one connection. */
    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    /** The answer's rows in order. Values are bound to the question marks of {@code sql}. */
    public <T> List<T> query(String sql, List<?> values, RowReader<T> reader) {
        return run(sql, values, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        });
    }

    /** Writes, and tells how many rows were touched. Values are bound to the question marks of {@code sql}. */
    public int update(String sql, List<?> values) {
        return run(sql, values, PreparedStatement::executeUpdate);
    }

    /** Works while the rows that {@code sql} locks are locked; the lock goes with the work's end, or this process's. */
    public <T> T whileLocked(String sql, List<?> values, Supplier<T> work) {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                statement.execute();
                return work.get();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new PostgresException(e);
        }
    }

    private <T> T run(String sql, List<?> values, Work<T> work) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return work.with(statement);
        } catch (SQLException e) {
            throw new PostgresException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                settings.url(), settings.user(), settings.password().reveal());
    }

    private static void bind(PreparedStatement statement, List<?> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, bindable(values.get(i)));
        }
    }

    private static Object bindable(Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }
}
