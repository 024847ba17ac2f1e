package dev.tandem.streaming.registration;

import dev.tandem.core.event.RegistrationKind;
import dev.tandem.core.schema.Topic;
import dev.tandem.runtime.postgres.PostgresDatabase;
import dev.tandem.runtime.postgres.PostgresWriter;
import dev.tandem.streaming.query.Query;
import dev.tandem.streaming.query.QueryContext;
import dev.tandem.streaming.query.StreamSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQuery;

/**
 * Users, items, orders and coupons into PostgreSQL, by their keys. An order that names a user or an item that is not there waits in
 * {@code pending_orders} for it. Records that are none of them go to {@code <topic>.rejected}.
 */
public final class RegistrationsQuery implements Query {
    /** The query's name. */
    public static final String NAME = "registrations";

    private static final List<Topic> TOPICS = Arrays.stream(RegistrationKind.values())
            .map(RegistrationKind::topic)
            .toList();
    private static final String TENANTS = "SELECT tenant_id FROM tenants";

    /** Tasks that write at once; each has a connection. */
    private static final int WRITERS = 4;

    /** Every batch connects anew, and what is registered need not be there in this instant. */
    private static final Duration TRIGGER = Duration.ofMillis(500);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StreamingQuery start(QueryContext context) throws TimeoutException {
        StreamSettings settings = context.settings();
        PostgresDatabase postgres = new PostgresDatabase(settings.postgres());
        PostgresWriter writer = new PostgresWriter(settings.postgres());
        PendingOrders orders = new PendingOrders(writer);
        Lock batches = new ReentrantLock(true);
        VoidFunction2<Dataset<Row>, Long> batch = (records, id) -> {
            batches.lock();
            try {
                Set<String> tenants = new HashSet<>(postgres.query(TENANTS, List.of(), row -> row.getString(1)));
                RegistrationTask task = new RegistrationTask(writer, settings.kafka(), tenants);
                MapPartitionsFunction<Row, Arrivals> write =
                        rows -> List.of(task.write(rows)).iterator();
                Arrivals done = records
                        .coalesce(WRITERS)
                        .mapPartitions(write, Encoders.javaSerialization(Arrivals.class))
                        .collectAsList()
                        .stream()
                        .reduce(Arrivals.NOTHING, Arrivals::plus);
                long moved = orders.settle(done.all());
                context.metrics()
                        .wrote(done.tally().written() + moved, done.tally().rejected());
            } finally {
                batches.unlock();
            }
        };
        StreamingQuery query = context.writer(this, context.records(TOPICS), settings.triggerOfAtLeast(TRIGGER))
                .foreachBatch(batch)
                .start();
        WaitingOrders waiting =
                new WaitingOrders(orders, postgres, context.metrics(), settings.ordersOverdueAfter(), batches);
        Thread watch = new Thread(() -> waiting.watch(query), NAME + "-waiting");
        watch.setDaemon(true);
        watch.start();
        return query;
    }
}
