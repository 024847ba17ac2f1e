package dev.tandem.serving.published;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ranking.RankedList;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The published lists of every model, and which model is active. */
public interface PublishedListStore {
    /** The model whose lists are served; empty before the first publication. */
    CompletionStage<Optional<ActiveModel>> activeModel(TenantId tenant);

    /**
     * A version's list; empty where it has none.
     *
     * @param key the user or item that the list is for
     */
    CompletionStage<Optional<RankedList>> find(TenantId tenant, ModelVersion version, ListKind kind, String key);
}
