package dev.tandem.runtime.job;

import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.auth.AuthenticationException;
import com.datastax.oss.driver.api.core.servererrors.QueryExecutionException;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.settings.PostgresSettings;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds, underneath whatever Spark wraps around it, the store that failed, and says so in a sentence with its address. */
public final class StoreFailures {
    /** Class 08 is the connection; 57P01 to 57P03 are shutting down, crashed and starting up. */
    private static final List<String> POSTGRES_AWAY = List.of("08", "57P0");
    /** Class 28 is authorisation; 3D000 is an unknown database. */
    private static final List<String> POSTGRES_MISCONFIGURED = List.of("28", "3D000");

    /** By its name, for most jobs have no Kafka on their class path. */
    private static final String KAFKA = "org.apache.kafka.common.KafkaException";

    private StoreFailures() {}

    /** The failure as it is shown and counted; what is not recognised is a defect of Tandem. */
    public static TandemException explain(Throwable failure, PostgresSettings postgres, CassandraSettings cassandra) {
        return explain(failure, postgres, cassandra, "");
    }

    /**
     * The same for a process that uses Kafka.
     *
     * @param brokers addresses of Kafka's
     */
    public static TandemException explain(
            Throwable failure, PostgresSettings postgres, CassandraSettings cassandra, String brokers) {
        return causes(failure)
                .flatMap(cause -> explainOne(cause, failure, postgres, cassandra, brokers))
                .findFirst()
                .orElseGet(() -> new TandemException(FailureKind.INTERNAL, failure.toString(), failure));
    }

    private static Stream<TandemException> explainOne(
            Throwable cause,
            Throwable failure,
            PostgresSettings postgres,
            CassandraSettings cassandra,
            String brokers) {
        if (cause instanceof TandemException known) {
            return Stream.of(known);
        }
        if (cause instanceof SQLException sql && sql.getSQLState() != null) {
            return explainPostgres(sql, failure, postgres);
        }
        if (cause instanceof DriverException || isConnectorsOpenFailure(cause)) {
            return explainCassandra(cause, failure, cassandra);
        }
        if (isKafkas(cause)) {
            String message = "Kafka at %s does not answer (%s). Start it, or set --kafka.bootstrap-servers"
                    .formatted(brokers, firstLine(cause));
            return Stream.of(new TandemException(FailureKind.DEPENDENCY, message, failure));
        }
        return Stream.empty();
    }

    private static Stream<TandemException> explainPostgres(
            SQLException sql, Throwable failure, PostgresSettings postgres) {
        String address = postgres.url();
        if (POSTGRES_AWAY.stream().anyMatch(sql.getSQLState()::startsWith)) {
            String message = "PostgreSQL at %s does not answer (%s). Start it, or set --postgres.url"
                    .formatted(address, firstLine(sql));
            return Stream.of(new TandemException(FailureKind.DEPENDENCY, message, failure));
        }
        if (POSTGRES_MISCONFIGURED.stream().anyMatch(sql.getSQLState()::startsWith)) {
            String message = "PostgreSQL at %s refuses user %s (%s). Set --postgres.url, --postgres.user and"
                            .formatted(address, postgres.user(), firstLine(sql))
                    + " TANDEM_POSTGRES_PASSWORD";
            return Stream.of(new TandemException(FailureKind.CONFIGURATION, message, failure));
        }
        return Stream.empty();
    }

    private static Stream<TandemException> explainCassandra(
            Throwable cause, Throwable failure, CassandraSettings cassandra) {
        String addresses = cassandra.contactPoints().stream()
                .map(address -> address.getHostString() + ":" + address.getPort())
                .collect(Collectors.joining(", "));
        if (causes(cause).anyMatch(AuthenticationException.class::isInstance)) {
            String message = "Cassandra at %s refuses user '%s'. Set --cassandra.user and TANDEM_CASSANDRA_PASSWORD"
                    .formatted(addresses, cassandra.user());
            return Stream.of(new TandemException(FailureKind.CONFIGURATION, message, failure));
        }
        if (cause instanceof DriverException && !isAway(cause)) {
            return Stream.empty();
        }
        String message = "Cassandra at %s does not answer (%s). Start it, or set --cassandra.contact-points"
                .formatted(addresses, firstLine(cause));
        return Stream.of(new TandemException(FailureKind.DEPENDENCY, message, failure));
    }

    private static boolean isAway(Throwable cause) {
        return cause instanceof QueryExecutionException
                || cause instanceof com.datastax.oss.driver.api.core.AllNodesFailedException
                || cause instanceof com.datastax.oss.driver.api.core.DriverTimeoutException
                || cause instanceof com.datastax.oss.driver.api.core.connection.ClosedConnectionException;
    }

    /** The connector reports a session that it cannot open as an IOException with this text. */
    private static boolean isConnectorsOpenFailure(Throwable cause) {
        return cause instanceof IOException
                && String.valueOf(cause.getMessage()).startsWith("Failed to open native connection");
    }

    private static boolean isKafkas(Throwable cause) {
        return Stream.<Class<?>>iterate(cause.getClass(), type -> type != null, Class::getSuperclass)
                .anyMatch(type -> type.getName().equals(KAFKA));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(32);
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no message");
    }
}
