package dev.tandem.serving.recommendation;

import static dev.tandem.core.schema.Columns.MODEL_VERSION;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.Lookup;
import dev.tandem.serving.ranking.RankedList;
import dev.tandem.serving.ranking.RankedRow;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The recommendations that publish-recommendations wrote to Cassandra. */
public final class CassandraRecommendationStore implements RecommendationStore {
    private final Lookup activeModels;
    private final Lookup recommendations;

    public CassandraRecommendationStore(CassandraClient client) {
        this.activeModels = client.lookup(CassandraTables.ACTIVE_MODELS, List.of(MODEL_VERSION));
        this.recommendations = client.lookup(CassandraTables.RECOMMENDATIONS_BY_USER, RankedRow.COLUMNS);
    }

    @Override
    public CompletionStage<Optional<ModelVersion>> activeModel(TenantId tenant) {
        return activeModels.find(tenant.value()).thenApply(row -> row.map(found -> found.getString(0))
                .map(ModelVersion::new));
    }

    @Override
    public CompletionStage<Optional<RankedList>> find(TenantId tenant, ModelVersion version, UserId user) {
        return recommendations
                .find(tenant.value(), version.value(), user.value())
                .thenApply(row -> row.map(RankedRow::list));
    }
}
