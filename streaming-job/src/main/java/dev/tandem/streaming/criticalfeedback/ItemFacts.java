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
    private static final Map<String, ItemFacts> BY_KEYSPACE = new ConcurrentHashMap<>();
    private static final Duration MAX_AGE = Duration.ofMinutes(1);
    private static final int MAX_ITEMS = 100_000;

    private final SharedSession cassandra;
    private final AsyncCache<Key, Facts> facts = Caffeine.newBuilder()
            .expireAfterWrite(MAX_AGE)
            .maximumSize(MAX_ITEMS)
            .buildAsync();

    private ItemFacts(SharedSession cassandra) {
        this.cassandra = cassandra;
    }

    private record Key(String tenant, String item) {}

    /** An item's; both empty where the shop does not know it. */
    record Facts(String name, String category) {
        static final Facts NONE = new Facts("", "");
    }

    /** The items of a keyspace. */
    static ItemFacts in(SharedSession cassandra) {
        return BY_KEYSPACE.computeIfAbsent(cassandra.keyspace(), keyspace -> new ItemFacts(cassandra));
    }

    CompletableFuture<Facts> find(String tenant, String item) {
        if (item.isEmpty()) {
            return CompletableFuture.completedFuture(Facts.NONE);
        }
        PreparedStatement select = cassandra.select(ITEMS, List.of(NAME, CATEGORY));
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
