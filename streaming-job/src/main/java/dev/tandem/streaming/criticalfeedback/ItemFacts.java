package dev.tandem.streaming.criticalfeedback;

import static dev.tandem.core.schema.CassandraTables.ITEMS;
import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.NAME;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tandem.runtime.cassandra.SharedSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The names and categories of items, remembered for a minute in each process: they hardly ever change. */
final class ItemFacts {
    private static final Map<String, AsyncCache<Key, Facts>> BY_KEYSPACE = new ConcurrentHashMap<>();
    private static final Duration MAX_AGE = Duration.ofMinutes(1);
    private static final int MAX_ITEMS = 100_000;

    private final SharedSession cassandra;
    private final PreparedStatement select;
    private final AsyncCache<Key, Facts> facts;

    private ItemFacts(SharedSession cassandra, PreparedStatement select, AsyncCache<Key, Facts> facts) {
        this.cassandra = cassandra;
        this.select = select;
        this.facts = facts;
    }

    private record Key(String tenant, String item) {}

    /** An item's; both empty where the shop does not know it. */
    record Facts(String name, String category) {
        static final Facts NONE = new Facts("", "");
    }

    /** The items of a keyspace. */
    static ItemFacts in(SharedSession cassandra) {
        // Prepared here, since it is looked for on the driver's threads too, which would wait for themselves.
        return new ItemFacts(
                cassandra,
                cassandra.select(ITEMS, List.of(NAME, CATEGORY)),
                BY_KEYSPACE.computeIfAbsent(cassandra.keyspace(), keyspace -> Caffeine.newBuilder()
                        .expireAfterWrite(MAX_AGE)
                        .maximumSize(MAX_ITEMS)
                        .buildAsync()));
    }

    /** What is known of an item; never waits. */
    CompletableFuture<Facts> find(String tenant, String item) {
        if (item.isEmpty()) {
            return CompletableFuture.completedFuture(Facts.NONE);
        }
        return facts.get(new Key(tenant, item), (key, executor) -> cassandra
                .session()
                .executeAsync(select.bind(key.tenant(), key.item()))
                .thenApply(ItemFacts::facts)
                .toCompletableFuture());
    }

    private static Facts facts(AsyncResultSet found) {
        Row row = found.one();
        return row == null ? Facts.NONE : new Facts(text(row.getString(0)), text(row.getString(1)));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
