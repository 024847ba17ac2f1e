package dev.tandem.runtime.postgres;

import dev.tandem.core.settings.PostgresSettings;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;

/** Writes into PostgreSQL, in tasks and in a job's driver: some statements over one connection, all of them or none. */
public final class PostgresWriter implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A server that says nothing for so long is taken for gone. */
    private static final String SOCKET_TIMEOUT_SECONDS = "60";

    private final String url;
    private final String user;
    private final String password;

    public PostgresWriter(PostgresSettings settings) {
        this.url = settings.url();
        this.user = settings.user();
        this.password = settings.password().reveal();
    }

    /** The statements of a transaction. */
    @FunctionalInterface
    public interface Work {
        /** Does them, and tells how many rows were touched that count. */
        long in(Transaction transaction) throws SQLException;
    }

    /** A transaction that is not committed yet. */
    public static final class Transaction {
        private final Connection connection;

        private Transaction(Connection connection) {
            this.connection = connection;
        }

        /** Does a statement, and tells how many rows it touched. Values are bound to the question marks of {@code sql}. */
        public long update(String sql, Object... values) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                return statement.executeUpdate();
            }
        }
    }

    /** Does the work and commits it; what the work tells. */
    public long write(Work work) {
        try (Connection connection = DriverManager.getConnection(url, properties())) {
            connection.setAutoCommit(false);
            long touched = work.in(new Transaction(connection));
            connection.commit();
            return touched;
        } catch (SQLException e) {
            throw new PostgresException(e);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        return properties;
    }
}
