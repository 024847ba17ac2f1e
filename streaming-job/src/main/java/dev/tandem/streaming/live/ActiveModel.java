package dev.tandem.streaming.live;

import static dev.tandem.core.schema.CassandraTables.ACTIVE_MODELS;
import static dev.tandem.core.schema.Columns.EVENTS_UNTIL;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.TENANT_ID;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.cassandra.SharedSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A model that is served.
 *
 * @param eventsUntil it knows every event before this instant
 */
record ActiveModel(ModelVersion version, Instant eventsUntil) implements Serializable {
    /** What is active now, by tenant. */
    static Map<TenantId, ActiveModel> read(SharedSession cassandra) {
        String all = "SELECT %s, %s, %s FROM %s"
                .formatted(TENANT_ID, MODEL_VERSION, EVENTS_UNTIL, cassandra.qualified(ACTIVE_MODELS));
        Map<TenantId, ActiveModel> active = new HashMap<>();
        for (Row row : cassandra.session().execute(cassandra.prepare(all).bind())) {
            String version = row.getString(1);
            Instant until = row.getInstant(2);
            if (version != null) {
                active.put(
                        new TenantId(Objects.requireNonNull(row.getString(0))),
                        new ActiveModel(new ModelVersion(version), until == null ? Instant.EPOCH : until));
            }
        }
        return active;
    }
}
