package dev.tandem.serving.published;

import static dev.tandem.core.schema.Columns.EVENTS_UNTIL;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.Lookup;
import dev.tandem.serving.ranking.RankedList;
import dev.tandem.serving.ranking.RankedRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The lists that publish-recommendations wrote to Cassandra. */
public final class CassandraPublishedListStore implements PublishedListStore {
    private final Lookup activeModels;
    private final Map<ListKind, Lookup> lists = new EnumMap<>(ListKind.class);

    public CassandraPublishedListStore(CassandraClient client) {
        this.activeModels = client.lookup(CassandraTables.ACTIVE_MODELS, List.of(MODEL_VERSION, EVENTS_UNTIL));
        for (ListKind kind : ListKind.values()) {
            lists.put(kind, client.lookup(kind.table(), RankedRow.COLUMNS));
        }
    }

    @Override
    public CompletionStage<Optional<ActiveModel>> activeModel(TenantId tenant) {
        return activeModels.find(tenant.value()).thenApply(row -> row.flatMap(CassandraPublishedListStore::model));
    }

    @Override
    public CompletionStage<Optional<RankedList>> find(
            TenantId tenant, ModelVersion version, ListKind kind, String key) {
        return Objects.requireNonNull(lists.get(kind))
                .find(tenant.value(), version.value(), key)
                .thenApply(row -> row.map(RankedRow::list));
    }

    private static Optional<ActiveModel> model(Row row) {
        return Optional.ofNullable(row.getString(0))
                .map(version -> new ActiveModel(new ModelVersion(version), row.getInstant(1)));
    }
}
