package dev.tandem.serving.bench;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import dev.tandem.core.recommendation.RankedItem;
import dev.tandem.core.recommendation.RankedItems;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.Table;
import dev.tandem.core.settings.CassandraSettings;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A tenant of the benchmark's own, with a published list of 100 items for each user; gone again when it is closed. */
final class BenchTenant implements AutoCloseable {
    static final String ID = "bench-lookup";

    private static final String VERSION = "bench-1";
    private static final int ITEMS = 100;
    private static final Instant MADE_AT = Instant.parse("2026-01-02T00:10:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final CqlSession session;
    private final int users;

    private BenchTenant(CqlSession session, int users) {
        this.session = session;
        this.users = users;
    }

    /** The tenant, of which nothing is there yet. */
    static BenchTenant on(CassandraSettings settings, int users) {
        return new BenchTenant(connect(settings), users);
    }

    static String user(int number) {
        return "user-" + number;
    }

    /** Writes the tenant and its lists. */
    void fill() {
        session.execute(insert(CassandraTables.TENANTS), ID, "Benchmark");
        PreparedStatement list = session.prepare(insert(CassandraTables.RECOMMENDATIONS_BY_USER));
        IntStream.range(0, users)
                .forEach(user -> session.execute(list.bind(ID, VERSION, user(user), items(user), MADE_AT, MADE_AT)));
        session.execute(insert(CassandraTables.ACTIVE_MODELS), ID, VERSION, MADE_AT, MADE_AT);
    }

    @Override
    public void close() {
        session.execute(delete(CassandraTables.ACTIVE_MODELS), ID);
        session.execute(delete(CassandraTables.TENANTS), ID);
        PreparedStatement list = session.prepare(delete(CassandraTables.RECOMMENDATIONS_BY_USER));
        IntStream.range(0, users).forEach(user -> session.execute(list.bind(ID, VERSION, user(user))));
        session.close();
    }

    private static String items(int user) {
        return RankedItems.encode(IntStream.range(0, ITEMS)
                .mapToObj(place -> new RankedItem(
                        "product-%04d".formatted((user * 37 + place * 11) % 10_000),
                        1 - place / 256.0,
                        "An item with a name of usual length",
                        "category-%02d".formatted(place % 20)))
                .toList());
    }

    private static String insert(Table table) {
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        table.name(),
                        String.join(", ", table.columnNames()),
                        String.join(", ", Collections.nCopies(table.columns().size(), "?")));
    }

    private static String delete(Table table) {
        return "DELETE FROM %s WHERE %s"
                .formatted(
                        table.name(),
                        table.partitionKey().stream()
                                .map(column -> column + " = ?")
                                .collect(Collectors.joining(" AND ")));
    }

    private static CqlSession connect(CassandraSettings settings) {
        CqlSessionBuilder builder = CqlSession.builder()
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, TIMEOUT)
                        .build())
                .withKeyspace(settings.keyspace())
                .withLocalDatacenter(settings.localDatacenter());
        for (InetSocketAddress contactPoint : settings.contactPoints()) {
            builder = builder.addContactPoint(contactPoint);
        }
        return settings.user().isEmpty()
                ? builder.build()
                : builder.withAuthCredentials(
                                settings.user(), settings.password().reveal())
                        .build();
    }
}
