package dev.tandem.serving.recommendation;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.ranking.RankedList;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The published recommendations of every model, and which model is active. */
public interface RecommendationStore {
    /** The version whose lists are served; empty before the first publication. */
    CompletionStage<Optional<ModelVersion>> activeModel(TenantId tenant);

    /** A version's list for a user; empty where it has none. */
    CompletionStage<Optional<RankedList>> find(TenantId tenant, ModelVersion version, UserId user);
}
