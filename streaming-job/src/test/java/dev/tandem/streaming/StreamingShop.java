package dev.tandem.streaming;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.local.services.Lease;
import dev.tandem.local.services.SharedStack;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A tenant of its own on the shared servers. Topics are shared with the shops of other tests, tenants are not. */
public final class StreamingShop implements AutoCloseable {
    public static final String VIEWS = "tandem.views.v1";

    private final Lease lease;
    private final EventTopics topics;
    private final CqlSession cassandra;
    private final String tenant;

    private StreamingShop(Lease lease, String tenant) {
        this.lease = lease;
        this.tenant = tenant;
        this.topics = new EventTopics(lease);
        this.cassandra = CqlSession.builder()
                .addContactPoint(new InetSocketAddress(lease.cassandraHost(), lease.cassandraPort()))
                .withLocalDatacenter(lease.cassandraDatacenter())
                .withKeyspace(lease.cassandraKeyspace())
                .build();
    }

    /** A shop that Cassandra knows. */
    public static StreamingShop open(String name) {
        StreamingShop shop = new StreamingShop(SharedStack.lease(name), name + "-" + UUID.randomUUID());
        shop.cassandra.execute("INSERT INTO tenants (tenant_id, name) VALUES (?, 'A shop')", shop.tenant);
        return shop;
    }

    public Lease lease() {
        return lease;
    }

    public String tenant() {
        return tenant;
    }

    public EventTopics topics() {
        return topics;
    }

    /** Does a statement in the lease's keyspace. */
    public List<Row> cql(String statement, Object... values) {
        return cassandra.execute(statement, values).all();
    }

    /** A view of some minutes ago, in JSON. */
    public String view(String user, String item, Instant viewedAt, String eventId) {
        return "{\"tenant_id\":\"%s\",\"user_id\":\"%s\",\"item_id\":\"%s\",\"viewed_at\":\"%s\",\"event_id\":\"%s\"}"
                .formatted(tenant, user, item, viewedAt, eventId);
    }

    /** Sends an event's JSON to the topic of views. */
    public void send(String key, String json) {
        topics.send(VIEWS, key, json.getBytes(StandardCharsets.UTF_8));
    }

    /** A view of a user now; waits until Kafka has it. */
    public void look(String user, String item) {
        send(
                tenant + "/" + user,
                view(user, item, Instant.now(), UUID.randomUUID().toString()));
        topics.flush();
    }

    public static Instant minutesAgo(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }

    @Override
    public void close() {
        topics.close();
        cassandra.close();
    }
}
