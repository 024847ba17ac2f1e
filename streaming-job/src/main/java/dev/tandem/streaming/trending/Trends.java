package dev.tandem.streaming.trending;

import static dev.tandem.core.schema.CassandraTables.ITEMS;
import static dev.tandem.core.schema.CassandraTables.ITEM_VIEWS_BY_WINDOW;
import static dev.tandem.core.schema.CassandraTables.TRENDING_BY_CATEGORY;
import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.NAME;
import static dev.tandem.core.schema.Columns.VIEWS;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.recommendation.RankedItem;
import dev.tandem.core.recommendation.RankedItems;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.cassandra.InFlight;
import dev.tandem.runtime.cassandra.SharedSession;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The trends of all tenants: kept in memory, made up again from Cassandra after a restart. For one thread. */
final class Trends {
    private static final int AT_ONCE = 256;
    private static final Duration FACTS_AGE = Duration.ofMinutes(10);

    private final SharedSession cassandra;
    private final Map<TenantId, Known> known = new HashMap<>();

    /** What is kept of a tenant: its views, what its items are called, and the lists as they were last written. */
    private static final class Known {
        final Trend trend = new Trend();
        final Map<String, String> written = new HashMap<>();
        Map<String, Optional<Trend.Facts>> facts = new HashMap<>();
        Instant factsReadAt = Instant.EPOCH;
    }

    Trends(SharedSession cassandra) {
        this.cassandra = cassandra;
    }

    /**
     * Brings counts and lists to what is known now.
     *
     * @param counts in place of what was counted of the same items and spans
     * @return rows written
     */
    long update(TenantId tenant, List<WindowCount> counts) {
        InFlight writes = new InFlight(cassandra.session());
        PreparedStatement insert = cassandra.insert(ITEM_VIEWS_BY_WINDOW);
        Instant latest =
                counts.stream().map(WindowCount::start).max(Instant::compareTo).orElseThrow();
        Known ofTenant = known.computeIfAbsent(tenant, first -> load(tenant, latest));
        for (WindowCount count : counts) {
            writes.send(insert.bind(tenant.value(), count.start(), count.item(), count.views()));
            ofTenant.trend.put(count);
        }
        long lists = writeLists(tenant, ofTenant, counts, writes);
        writes.finish();
        return counts.size() + lists;
    }

    private long writeLists(TenantId tenant, Known ofTenant, List<WindowCount> counts, InFlight writes) {
        Instant now = Instant.now();
        if (ofTenant.factsReadAt.plus(FACTS_AGE).isBefore(now)) {
            ofTenant.facts = new HashMap<>();
            ofTenant.factsReadAt = now;
        }
        Set<String> unknown = new HashSet<>(ofTenant.trend.items());
        unknown.removeAll(ofTenant.facts.keySet());
        readFacts(tenant, unknown, ofTenant.facts);
        PreparedStatement insert = cassandra.insert(TRENDING_BY_CATEGORY);
        Instant until = counts.stream()
                .map(count -> count.start().plus(TrendingQuery.WINDOW))
                .max(Instant::compareTo)
                .filter(end -> end.isBefore(now))
                .orElse(now);
        long written = 0;
        for (Map.Entry<String, List<RankedItem>> list : ofTenant.trend
                .lists(item -> ofTenant.facts.getOrDefault(item, Optional.empty()))
                .entrySet()) {
            String items = RankedItems.encode(list.getValue());
            if (!items.equals(ofTenant.written.put(list.getKey(), items))) {
                writes.send(insert.bind(tenant.value(), list.getKey(), items, until, now));
                written++;
            }
        }
        return written;
    }

    private Known load(TenantId tenant, Instant latest) {
        Known loaded = new Known();
        PreparedStatement select = cassandra.select(ITEM_VIEWS_BY_WINDOW, List.of(ITEM_ID, VIEWS));
        for (Instant start = latest.minus(Trend.SPAN);
                !start.isAfter(latest);
                start = start.plus(TrendingQuery.WINDOW)) {
            for (Row row : cassandra.session().execute(select.bind(tenant.value(), start))) {
                loaded.trend.put(new WindowCount(start, Objects.requireNonNull(row.getString(0)), row.getLong(1)));
            }
        }
        return loaded;
    }

    private void readFacts(TenantId tenant, Set<String> items, Map<String, Optional<Trend.Facts>> facts) {
        PreparedStatement select = cassandra.select(ITEMS, List.of(NAME, CATEGORY));
        Map<String, CompletableFuture<AsyncResultSet>> asked = new HashMap<>();
        for (String item : items) {
            asked.put(
                    item,
                    cassandra
                            .session()
                            .executeAsync(select.bind(tenant.value(), item))
                            .toCompletableFuture());
            if (asked.size() == AT_ONCE) {
                take(asked, facts);
            }
        }
        take(asked, facts);
    }

    private static void take(
            Map<String, CompletableFuture<AsyncResultSet>> asked, Map<String, Optional<Trend.Facts>> facts) {
        asked.forEach((item, answer) -> {
            Row row = answer.join().one();
            facts.put(
                    item,
                    row == null
                            ? Optional.empty()
                            : Optional.of(new Trend.Facts(
                                    Objects.requireNonNull(row.getString(0)),
                                    Objects.requireNonNull(row.getString(1)))));
        });
        asked.clear();
    }
}
