package dev.tandem.streaming.live;

import static dev.tandem.core.schema.CassandraTables.LIVE_RECOMMENDATIONS_BY_USER;
import static dev.tandem.core.schema.CassandraTables.LIVE_USERS_BY_SHARD;
import static dev.tandem.core.schema.Columns.EVENTS_UNTIL;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.USER_ID;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.runtime.cassandra.SharedSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The users of a tenant whose live lists another model has made than the one that is active. Lists that know less than it
 * are not served, so they may stay as they are.
 */
record StaleUsers(SharedSession cassandra, TenantId tenant, ActiveModel active) implements Serializable {
    private static final int BLOCK = 256;

    /** Those of a shard, by their ids. */
    List<String> of(int shard) {
        PreparedStatement users = cassandra.select(LIVE_USERS_BY_SHARD, List.of(USER_ID));
        List<String> stale = new ArrayList<>();
        List<String> block = new ArrayList<>(BLOCK);
        for (Row row : cassandra.session().execute(users.bind(tenant.value(), shard))) {
            block.add(Objects.requireNonNull(row.getString(0)));
            if (block.size() == BLOCK) {
                find(block).forEach(user -> stale.add(user.user().value()));
                block.clear();
            }
        }
        find(block).forEach(user -> stale.add(user.user().value()));
        return stale;
    }

    /**
     * Makes the lists of some of them anew, of those that are still stale.
     *
     * @param isPatient whether to leave a list that knows more than Cassandra does
     */
    Made remake(List<String> users, boolean isPatient) {
        List<UserViews> stale = find(users);
        return new LiveLists(cassandra)
                .make(
                        tenant,
                        Optional.of(active),
                        isPatient
                                ? stale
                                : stale.stream().map(UserViews::whateverIsKnown).toList());
    }

    private List<UserViews> find(List<String> users) {
        PreparedStatement list = cassandra.select(LIVE_RECOMMENDATIONS_BY_USER, List.of(MODEL_VERSION, EVENTS_UNTIL));
        List<CompletableFuture<AsyncResultSet>> lists = new ArrayList<>(users.size());
        for (String user : users) {
            lists.add(cassandra
                    .session()
                    .executeAsync(list.bind(tenant.value(), user))
                    .toCompletableFuture());
        }
        List<UserViews> stale = new ArrayList<>();
        for (int i = 0; i < users.size(); i++) {
            Row row = lists.get(i).join().one();
            Instant knownUntil = row == null ? null : row.getInstant(1);
            if (row == null || knownUntil == null) {
                stale.add(UserViews.of(new UserId(users.get(i)), List.of()));
            } else if (!active.version().value().equals(row.getString(0))
                    && !knownUntil.isBefore(active.eventsUntil())) {
                stale.add(new UserViews(new UserId(users.get(i)), List.of(), knownUntil));
            }
        }
        return stale;
    }
}
