package dev.tandem.streaming.bench;

import static dev.tandem.core.schema.Columns.QUERY;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.ContractFiles;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.runtime.cassandra.CassandraAccess;
import dev.tandem.runtime.postgres.PostgresDatabase;
import dev.tandem.streaming.criticalfeedback.CriticalFeedbackQuery;
import java.util.List;
import java.util.UUID;

/** A shop with items and coupons for as long as it is measured, in a keyspace of its own with the tables of the contract. */
final class BenchShop implements AutoCloseable {
    static final int ITEMS = 500;
    private static final int CATEGORIES = 10;

    private final CqlSession session;
    private final String keyspace;
    private final PostgresDatabase postgres;
    // What an earlier run has left in Kafka is of another tenant.
    private final String tenant = "bench-feedback-" + UUID.randomUUID();

    private BenchShop(CqlSession session, String keyspace, PostgresDatabase postgres) {
        this.session = session;
        this.keyspace = keyspace;
        this.postgres = postgres;
    }

    /** Refuses to measure beside a streaming job, which would take the same events. */
    static void requireNoStreamingJob(CassandraSettings shared) {
        try (CqlSession session = new CassandraAccess(shared).connector().openSession()) {
            boolean runs = session.execute(
                                    "SELECT %s FROM %s.%s WHERE %1$s = ?"
                                            .formatted(QUERY, shared.keyspace(), CassandraTables.QUERY_LEASES.name()),
                                    CriticalFeedbackQuery.NAME)
                            .one()
                    != null;
            if (runs) {
                throw new TandemException(
                        FailureKind.CONFIGURATION,
                        "A streaming job runs, and would take the benchmark's events. Start the stack without it: ./tandem"
                                + " down, then ./tandem up --without-streaming");
            }
        }
    }

    static BenchShop open(CassandraSettings settings, PostgresSettings postgres) {
        CqlSession session = new CassandraAccess(settings).connector().openSession();
        session.execute("DROP KEYSPACE IF EXISTS " + settings.keyspace());
        session.execute("CREATE KEYSPACE " + settings.keyspace()
                + " WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
        session.execute("USE " + settings.keyspace());
        ContractFiles.cassandraScripts().forEach(script -> script.statements().forEach(session::execute));
        BenchShop shop = new BenchShop(session, settings.keyspace(), new PostgresDatabase(postgres));
        shop.fill();
        return shop;
    }

    /** Its tenant, which no other run has. */
    String tenant() {
        return tenant;
    }

    private void fill() {
        session.execute("INSERT INTO tenants (tenant_id, name) VALUES (?, 'A shop')", tenant);
        for (int item = 0; item < ITEMS; item++) {
            session.execute(
                    "INSERT INTO items (tenant_id, item_id, name, category) VALUES (?, ?, ?, ?)",
                    tenant,
                    "item-" + item,
                    "Item " + item,
                    "category-" + item % CATEGORIES);
        }
        postgres.update("INSERT INTO tenants (tenant_id, name) VALUES (?, 'A shop')", List.of(tenant));
        for (int category = 0; category < CATEGORIES; category++) {
            postgres.update(
                    "INSERT INTO coupons (tenant_id, coupon_id, name, discount_kind, discount, category)"
                            + " VALUES (?, ?, 'A coupon', 'percent', 15, ?)",
                    List.of(tenant, "coupon-" + category, "category-" + category));
        }
    }

    private void deleteCoupons() {
        postgres.update("DELETE FROM coupons WHERE tenant_id = ?", List.of(tenant));
        postgres.update("DELETE FROM tenants WHERE tenant_id = ?", List.of(tenant));
    }

    @Override
    public void close() {
        deleteCoupons();
        session.execute("DROP KEYSPACE " + keyspace);
        session.close();
    }
}
