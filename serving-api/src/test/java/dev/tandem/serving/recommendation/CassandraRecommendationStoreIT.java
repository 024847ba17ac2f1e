package dev.tandem.serving.recommendation;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cassandra.LeasedCassandra;
import dev.tandem.serving.ranking.Lists;
import dev.tandem.serving.ranking.RankedList;
import java.nio.charset.StandardCharsets;

class CassandraRecommendationStoreIT extends RecommendationStoreContract {
    private final RecommendationStore store = new CassandraRecommendationStore(LeasedCassandra.client());

    @Override
    RecommendationStore store() {
        return store;
    }

    @Override
    void activate(TenantId tenant, ModelVersion version) {
        LeasedCassandra.insert(
                CassandraTables.ACTIVE_MODELS, tenant.value(), version.value(), Lists.EVENTS_UNTIL, Lists.GENERATED_AT);
    }

    @Override
    void put(TenantId tenant, ModelVersion version, UserId user, RankedList list) {
        LeasedCassandra.insert(
                CassandraTables.RECOMMENDATIONS_BY_USER,
                tenant.value(),
                version.value(),
                user.value(),
                new String(list.items(), StandardCharsets.UTF_8),
                Lists.EVENTS_UNTIL,
                Lists.GENERATED_AT);
    }
}
