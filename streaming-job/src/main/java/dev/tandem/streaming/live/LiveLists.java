package dev.tandem.streaming.live;

import static dev.tandem.core.schema.CassandraTables.LIVE_RECOMMENDATIONS_BY_USER;
import static dev.tandem.core.schema.CassandraTables.LIVE_USERS_BY_SHARD;
import static dev.tandem.core.schema.Columns.EVENTS_UNTIL;
import static dev.tandem.core.schema.Columns.GENERATED_AT;
import static dev.tandem.core.schema.Columns.ITEMS;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.USER_ID;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import dev.tandem.core.foldin.LiveRanker;
import dev.tandem.core.recommendation.RankedItem;
import dev.tandem.core.recommendation.RankedItems;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.runtime.cassandra.InFlight;
import dev.tandem.runtime.cassandra.SharedSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Makes users' live lists from all that is known of them now, and writes them. */
final class LiveLists {
    /** Many reads at once, and what the kernel ranks together. */
    private static final int BLOCK = 64;

    /** What is written; the rest is the API's. */
    private static final List<String> LIST = List.of(MODEL_VERSION, ITEMS, EVENTS_UNTIL, GENERATED_AT);

    private final SharedSession cassandra;
    private final Histories histories;
    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final PreparedStatement enlist;

    LiveLists(SharedSession cassandra) {
        this.cassandra = cassandra;
        this.histories = new Histories(cassandra);
        this.insert = cassandra.insert(
                LIVE_RECOMMENDATIONS_BY_USER,
                Stream.concat(Stream.of(TENANT_ID, USER_ID), LIST.stream()).toList());
        this.delete = cassandra.prepare("DELETE %s FROM %s WHERE %s = ? AND %s = ?"
                .formatted(
                        String.join(", ", LIST),
                        cassandra.qualified(LIVE_RECOMMENDATIONS_BY_USER),
                        TENANT_ID,
                        USER_ID));
        this.enlist = cassandra.insert(LIVE_USERS_BY_SHARD);
    }

    /**
     * Makes the lists of some users.
     *
     * @param model none: there is no list to make, and they get theirs once there is one
     */
    Made make(TenantId tenant, Optional<ActiveModel> model, List<UserViews> users) {
        Optional<LiveRanker> ranker =
                model.flatMap(active -> Rankers.in(cassandra).ranker(tenant, active.version()));
        Made made = Made.NOTHING;
        for (int from = 0; from < users.size(); from += BLOCK) {
            made = made.plus(makeBlock(tenant, ranker, users.subList(from, Math.min(users.size(), from + BLOCK))));
        }
        return made;
    }

    private Made makeBlock(TenantId tenant, Optional<LiveRanker> ranker, List<UserViews> users) {
        InFlight writes = new InFlight(cassandra.session());
        for (UserViews user : users) {
            writes.send(enlist.bind(
                    tenant.value(), Shards.of(user.user()), user.user().value()));
        }
        Made made = ranker.isPresent() ? rank(writes, tenant, users, ranker.get()) : Made.NOTHING;
        writes.finish();
        return made;
    }

    private Made rank(InFlight writes, TenantId tenant, List<UserViews> users, LiveRanker ranker) {
        Instant now = Instant.now();
        List<CompletableFuture<Histories.Known>> asked = new ArrayList<>(users.size());
        for (UserViews user : users) {
            asked.add(histories.find(tenant, user.user(), user.views(), now).toCompletableFuture());
        }
        List<UserId> ready = new ArrayList<>(users.size());
        List<Histories.Known> known = new ArrayList<>(users.size());
        for (int i = 0; i < users.size(); i++) {
            Histories.Known found = asked.get(i).join();
            if (!found.latest().isBefore(users.get(i).knownUntil())) {
                ready.add(users.get(i).user());
                known.add(found);
            }
        }
        List<List<RankedItem>> lists =
                ranker.rank(known.stream().map(Histories.Known::history).toList(), now);
        for (int i = 0; i < ready.size(); i++) {
            writes.send(write(tenant, ready.get(i), ranker, known.get(i).latest(), lists.get(i), now));
        }
        return new Made(ready.size(), users.size() - ready.size());
    }

    /** An empty list is none: it would keep from the user what the batch layer knows. */
    private BoundStatement write(
            TenantId tenant, UserId user, LiveRanker ranker, Instant latest, List<RankedItem> list, Instant now) {
        if (list.isEmpty()) {
            return delete.bind(tenant.value(), user.value());
        }
        return insert.bind(
                tenant.value(), user.value(), ranker.model().version().value(), RankedItems.encode(list), latest, now);
    }
}
