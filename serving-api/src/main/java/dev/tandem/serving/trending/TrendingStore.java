package dev.tandem.serving.trending;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ranking.RankedList;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What is looked at most lately in each category, and over all of them. */
public interface TrendingStore {
    /** What trends in a category; empty where nothing was looked at lately, or there is no such category. */
    CompletionStage<Optional<RankedList>> find(TenantId tenant, String category);
}
