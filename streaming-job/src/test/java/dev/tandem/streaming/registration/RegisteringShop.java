package dev.tandem.streaming.registration;

import dev.tandem.core.schema.Topics;
import dev.tandem.local.services.Lease;
import dev.tandem.local.services.SharedStack;
import dev.tandem.runtime.postgres.PostgresDatabase;
import dev.tandem.streaming.EventTopics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A tenant in PostgreSQL that registers by events. Topics are shared with other tests, tenants are not. */
final class RegisteringShop implements AutoCloseable {
    private final Lease lease = SharedStack.lease("registrations");
    private final EventTopics topics = new EventTopics(lease);
    private final PostgresDatabase postgres = new PostgresDatabase(lease.postgres());
    private final String tenant = "registrations-" + UUID.randomUUID();

    RegisteringShop() {
        sql("INSERT INTO tenants (tenant_id, name) VALUES (?, 'A shop')");
    }

    Lease lease() {
        return lease;
    }

    String tenant() {
        return tenant;
    }

    /** Sends a message, in single quotes and without its tenant, sooner or later. */
    void queue(String topic, String key, String message) {
        String json = message.replaceFirst("^\\{", "{'tenant_id':'" + tenant + "',");
        topics.send(topic, tenant + "/" + key, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** Sends messages of one topic under one key; waits until Kafka has them. */
    void send(String topic, String key, String... messages) {
        for (String message : messages) {
            queue(topic, key, message);
        }
        topics.flush();
    }

    void user(String id, String rest) {
        send(Topics.USERS.name(), id, "{'user_id':'%s'%s}".formatted(id, rest));
    }

    void item(String id, String rest) {
        send(Topics.ITEMS.name(), id, "{'item_id':'%s','name':'The %s','category':'all'%s}".formatted(id, id, rest));
    }

    void order(String id, String rest) {
        send(Topics.ORDERS.name(), id, "{'order_id':'%s',%s}".formatted(id, rest));
    }

    void coupon(String id, String rest) {
        send(Topics.COUPONS.name(), id, "{'coupon_id':'%s','name':'The %s',%s}".formatted(id, id, rest));
    }

    /** What was kept of the refused records of a topic under a key. */
    List<String> rejected(String topic, String key) {
        return topics.values(Topics.rejected(topic), tenant + "/" + key);
    }

    /** Writes as somebody else; the first question mark is the tenant. */
    void sql(String statement, Object... more) {
        postgres.update(statement, values(more));
    }

    /** The first column of what is found; the first question mark is the tenant. */
    List<String> find(String query, Object... more) {
        return postgres.query(query, values(more), row -> String.valueOf(row.getString(1)));
    }

    private List<Object> values(Object... more) {
        List<Object> values = new ArrayList<>(List.of(tenant));
        values.addAll(List.of(more));
        return values;
    }

    @Override
    public void close() {
        topics.close();
    }
}
