package dev.tandem.serving.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.Table;
import dev.tandem.core.settings.CassandraSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The connection to Cassandra. It is begun in the background and sought again for as long as it takes, so that the process
 * starts, and comes back, without anybody's help; reads fail at once while there is none.
 */
public final class CassandraClient implements AutoCloseable {
    private static final Duration RECONNECT_FIRST = Duration.ofMillis(500);
    private static final Duration RECONNECT_LAST = Duration.ofSeconds(3);

    private final CompletableFuture<CqlSession> session;
    private final String keyspace;
    private final ReadGate gate;
    private final ReadMetrics metrics;
    private final StoreFailureLog failures = new StoreFailureLog();

    private CassandraClient(
            CompletableFuture<CqlSession> session, String keyspace, ReadGate gate, ReadMetrics metrics) {
        this.session = session;
        this.keyspace = keyspace;
        this.gate = gate;
        this.metrics = metrics;
    }

    /** Begins to connect and returns at once. */
    public static CassandraClient connect(CassandraSettings settings, ReadLimits limits, MeterRegistry registry) {
        ReadGate gate = new ReadGate(limits.maxReads());
        return new CassandraClient(
                CompletableFuture.supplyAsync(() -> builder(settings, limits.timeout()))
                        .thenCompose(CqlSessionBuilder::buildAsync),
                settings.keyspace(),
                gate,
                new ReadMetrics(registry, gate));
    }

    /** The read of single rows of a table by its full key. */
    public Lookup lookup(Table table, List<String> columns) {
        return new Lookup(this, table, columns);
    }

    /** The read of the first rows of a table's partitions, at most so many of each. */
    public PartitionLookup partition(Table table, List<String> columns, int limit) {
        return new PartitionLookup(this, table, columns, limit, ConsistencyLevel.LOCAL_ONE);
    }

    /** The same of what was acknowledged last, for what a person has changed and looks at again. */
    public PartitionLookup latestPartition(Table table, List<String> columns, int limit) {
        return new PartitionLookup(this, table, columns, limit, ConsistencyLevel.LOCAL_QUORUM);
    }

    /** The write of whole rows of a table. */
    public RowWrite write(Table table) {
        return write(table, table.columnNames());
    }

    /** The write of some columns of a table's rows, the key's among them. */
    public RowWrite write(Table table, List<String> columns) {
        return new RowWrite(this, table, columns);
    }

    /** The keyspace of Tandem's tables. */
    public String keyspace() {
        return keyspace;
    }

    /**
     * Asks the connected cluster; a failure of the cluster becomes one of kind DEPENDENCY. So does, at once, a question
     * that is not put, because too many are under way or the last ones were not answered. A write counts as a read.
     */
    public <T> CompletionStage<T> read(Function<CqlSession, CompletionStage<T>> read) {
        if (!session.isDone()) {
            return refused(StoreError.NOT_CONNECTED, "Cassandra cannot be reached yet");
        }
        Optional<StoreError> refusal = gate.enter();
        return refusal.isPresent() ? refused(refusal.get(), "Cassandra is not asked now") : begin(read);
    }

    private <T> CompletionStage<T> begin(Function<CqlSession, CompletionStage<T>> read) {
        return session.thenCompose(read)
                .thenApply(value -> {
                    gate.answered();
                    return value;
                })
                .exceptionallyCompose(failure -> CompletableFuture.failedStage(told(failure)));
    }

    private <T> CompletionStage<T> refused(StoreError error, String message) {
        metrics.failed(error);
        return CompletableFuture.failedStage(new TandemException(FailureKind.DEPENDENCY, message));
    }

    @Override
    public void close() {
        if (session.isDone() && !session.isCompletedExceptionally()) {
            session.join().close();
        }
    }

    private Throwable told(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!(cause instanceof DriverException)) {
            gate.failed(StoreError.REFUSED);
            return cause;
        }
        StoreError error = StoreError.of(cause);
        gate.failed(error);
        metrics.failed(error);
        failures.failed(cause);
        return new TandemException(FailureKind.DEPENDENCY, "Cassandra does not answer", cause);
    }

    private static CqlSessionBuilder builder(CassandraSettings settings, Duration timeout) {
        DriverConfigLoader config = DriverConfigLoader.programmaticBuilder()
                .withString(DefaultDriverOption.SESSION_NAME, "serving-api")
                .withBoolean(DefaultDriverOption.RECONNECT_ON_INIT, true)
                .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, RECONNECT_FIRST)
                .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, RECONNECT_LAST)
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, timeout)
                .withBoolean(DefaultDriverOption.REQUEST_DEFAULT_IDEMPOTENCE, true)
                .withStringList(DefaultDriverOption.METADATA_SCHEMA_REFRESHED_KEYSPACES, List.of(settings.keyspace()))
                .withBoolean(DefaultDriverOption.NETTY_DAEMON, true)
                .build();
        CqlSessionBuilder builder =
                CqlSession.builder().withConfigLoader(config).withLocalDatacenter(settings.localDatacenter());
        for (InetSocketAddress contactPoint : settings.contactPoints()) {
            builder = builder.addContactPoint(contactPoint);
        }
        return settings.user().isEmpty()
                ? builder
                : builder.withAuthCredentials(
                        settings.user(), settings.password().reveal());
    }
}
