package dev.tandem.local.services.contract;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.ContractFiles;
import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.settings.Secret;
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

    /** Makes the database of a local server if it is not there and applies what it lacks. */
    public static void apply(PostgresServer server, String database) {
        try {
            createIfAbsent(server, database);
        } catch (SQLException e) {
            throw failed(database, e);
        }
        apply(new PostgresSettings(server.url(database), PostgresServer.USER, new Secret("")));
    }

    /** Applies to a database what it lacks. */
    public static void apply(PostgresSettings settings) {
        try {
            Flyway.configure()
                    .dataSource(
                            settings.url(), settings.user(), settings.password().reveal())
                    .locations("classpath:" + ContractFiles.POSTGRES_LOCATION)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw failed(settings.url(), e);
        }
    }

    private static TandemException failed(String database, Exception e) {
        return new TandemException(
                FailureKind.DEPENDENCY,
                "The contract cannot be applied to database %s: %s".formatted(database, e.getMessage()),
                e);
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
