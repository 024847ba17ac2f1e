package dev.tandem.serving.bestsellers;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ranking.Filters;
import dev.tandem.serving.ranking.RankedList;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The best sellers of each category, and over all of them. */
public interface BestSellerStore {
    /** The category of the list over all categories. */
    String ALL_CATEGORIES = Filters.ALL_CATEGORIES;

    /** A category's best sellers; empty where nothing was sold in it, or there is no such category. */
    CompletionStage<Optional<RankedList>> find(TenantId tenant, String category);
}
