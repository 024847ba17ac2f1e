package dev.tandem.local.services.contract;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.ContractFiles;
import dev.tandem.local.services.server.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The contract of PostgreSQL: a database and, in it, Flyway's migrations. */
public final class PostgresContract {
    private PostgresContract() {}

    /** Makes the database if it is not there and applies what it lacks. */
    public static void apply(PostgresServer server, String database) {
        try {
            createIfAbsent(server, database);
            Flyway.configure()
                    .dataSource(server.url(database), PostgresServer.USER, "")
                    .locations("classpath:" + ContractFiles.POSTGRES_LOCATION)
                    .load()
                    .migrate();
        } catch (SQLException | FlywayException e) {
            throw new TandemException(
                    FailureKind.DEPENDENCY,
                    "The contract cannot be applied to database %s: %s".formatted(database, e.getMessage()),
                    e);
        }
    }

    private static void createIfAbsent(PostgresServer server, String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.url(PostgresServer.FIRST_DATABASE), PostgresServer.USER, "");
                PreparedStatement find = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?");
                Statement create = connection.createStatement()) {
            find.setString(1, database);
            try (ResultSet found = find.executeQuery()) {
                if (!found.next()) {
                    create.execute("CREATE DATABASE " + create.enquoteIdentifier(database, true));
                }
            }
        }
    }
}
