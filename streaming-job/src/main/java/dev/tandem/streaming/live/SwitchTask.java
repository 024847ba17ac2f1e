package dev.tandem.streaming.live;

import static dev.tandem.core.schema.CassandraTables.LIVE_RECOMMENDATIONS_BY_USER;
import static dev.tandem.core.schema.CassandraTables.LIVE_USERS_BY_SHARD;
import static dev.tandem.core.schema.Columns.EVENTS_UNTIL;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.SHARD;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.USER_ID;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.runtime.cassandra.SharedSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Makes the live lists of one shard anew that another model has made.
 *
 * @param isPatient whether to leave a list that knows more than Cassandra does
 */
record SwitchTask(SharedSession cassandra, TenantId tenant, ModelVersion version, int shard, boolean isPatient)
        implements Serializable {
    private static final int BLOCK = 256;

    Made run() {
        String users = "SELECT %s FROM %s WHERE %s = ? AND %s = ?"
                .formatted(USER_ID, cassandra.qualified(LIVE_USERS_BY_SHARD), TENANT_ID, SHARD);
        Made made = Made.NOTHING;
        List<String> block = new ArrayList<>(BLOCK);
        for (Row row : cassandra.session().execute(cassandra.prepare(users).bind(tenant.value(), shard))) {
            block.add(Objects.requireNonNull(row.getString(0)));
            if (block.size() == BLOCK) {
                made = made.plus(remake(block));
                block.clear();
            }
        }
        return made.plus(remake(block));
    }

    private Made remake(List<String> users) {
        String list = "SELECT %s, %s FROM %s WHERE %s = ? AND %s = ?"
                .formatted(
                        MODEL_VERSION,
                        EVENTS_UNTIL,
                        cassandra.qualified(LIVE_RECOMMENDATIONS_BY_USER),
                        TENANT_ID,
                        USER_ID);
        List<CompletableFuture<AsyncResultSet>> lists = new ArrayList<>(users.size());
        for (String user : users) {
            lists.add(cassandra
                    .session()
                    .executeAsync(cassandra.prepare(list).bind(tenant.value(), user))
                    .toCompletableFuture());
        }
        List<UserViews> stale = new ArrayList<>();
        for (int i = 0; i < users.size(); i++) {
            Row row = lists.get(i).join().one();
            if (row == null || !version.value().equals(row.getString(0))) {
                Instant knownUntil = row == null || !isPatient ? null : row.getInstant(1);
                stale.add(new UserViews(
                        new UserId(users.get(i)), List.of(), knownUntil == null ? Instant.EPOCH : knownUntil));
            }
        }
        return new LiveLists(cassandra).make(tenant, stale);
    }
}
