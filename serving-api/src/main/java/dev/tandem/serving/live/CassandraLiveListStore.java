package dev.tandem.serving.live;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.Columns;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.Lookup;
import dev.tandem.serving.ranking.RankedRow;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The lists that the streaming query {@code live-recommendations} wrote to Cassandra. */
public final class CassandraLiveListStore implements LiveListStore {
    private static final List<String> COLUMNS = Stream.concat(RankedRow.COLUMNS.stream(), Stream.of(Columns.REMOVED_AT))
            .toList();

    private final Lookup lists;

    public CassandraLiveListStore(CassandraClient client) {
        this.lists = client.lookup(CassandraTables.LIVE_RECOMMENDATIONS_BY_USER, COLUMNS);
    }

    @Override
    public CompletionStage<Optional<LiveList>> find(TenantId tenant, UserId user) {
        return lists.find(tenant.value(), user.value()).thenApply(row -> row.map(CassandraLiveListStore::list));
    }

    private static LiveList list(Row row) {
        return new LiveList(RankedRow.list(row), row.getInstant(RankedRow.COLUMNS.size()));
    }
}
