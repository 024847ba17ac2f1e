package dev.tandem.serving.cassandra;

import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.schema.Table;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.local.services.Lease;
import dev.tandem.local.services.SharedStack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A keyspace of this module's tests on the shared Cassandra, leased once, with a client of it and a way to write rows. */
public final class LeasedCassandra {
    public static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final Lease LEASE = SharedStack.lease("serving");
    private static final CqlSession WRITER = CqlSession.builder()
            .addContactPoints(LEASE.cassandra().contactPoints())
            .withLocalDatacenter(LEASE.cassandraDatacenter())
            .withKeyspace(LEASE.cassandraKeyspace())
            .build();
    private static final CassandraClient CLIENT = connected(LEASE.cassandra());

    private LeasedCassandra() {}

    public static CassandraSettings settings() {
        return LEASE.cassandra();
    }

    /** The Kafka beside it, whose topics are everybody's. */
    public static KafkaSettings kafka() {
        return new KafkaSettings(LEASE.kafkaBootstrapServers());
    }

    public static CassandraClient client() {
        return CLIENT;
    }

    /** Writes a row: one value a column, in the order of the contract. */
    public static void insert(Table table, @Nullable Object... values) {
        insert(table, table.columnNames(), values);
    }

    /** Writes some columns of a row: one value a column, in their order. */
    public static void insert(Table table, List<String> columns, @Nullable Object... values) {
        WRITER.execute(
                "INSERT INTO %s (%s) VALUES (%s)"
                        .formatted(
                                table.name(),
                                String.join(", ", columns),
                                String.join(", ", Collections.nCopies(values.length, "?"))),
                values);
    }

    /** The rows of a query. */
    public static List<Row> select(String cql) {
        return WRITER.execute(cql).all();
    }

    private static CassandraClient connected(CassandraSettings settings) {
        CassandraClient client =
                CassandraClient.connect(settings, new ReadLimits(TIMEOUT, 100), new SimpleMeterRegistry());
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> client.read(session -> CompletableFuture.completedStage(true))
                        .toCompletableFuture()
                        .join());
        return client;
    }
}
