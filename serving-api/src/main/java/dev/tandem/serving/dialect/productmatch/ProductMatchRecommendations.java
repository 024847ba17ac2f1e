package dev.tandem.serving.dialect.productmatch;

import static dev.tandem.serving.dialect.productmatch.ProductMatchHandlers.MAX_PRODUCTS;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.history.ItemView;
import dev.tandem.serving.history.ViewHistory;
import dev.tandem.serving.item.ItemStore;
import dev.tandem.serving.ranking.CategoryLists;
import dev.tandem.serving.ranking.Filters;
import dev.tandem.serving.ranking.RankedList;
import dev.tandem.serving.ranking.Snapshot;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Ten products for a browsing history: of the up to three categories of {@link Interest}, those that the most different users
 * bought last month. Without a history, the same of all categories.
 */
public final class ProductMatchRecommendations {
    private final ItemCategories categories;
    private final CategoryLists bestSellers;

    /**
     * The recommendations.
     *
     * @param bestSellers last month's, by distinct buyers
     */
    public ProductMatchRecommendations(ItemStore items, CategoryLists bestSellers) {
        this.categories = new ItemCategories(items);
        this.bestSellers = bestSellers;
    }

    /** The products for a history, best first. */
    CompletionStage<List<String>> of(TenantId tenant, ViewHistory history) {
        if (history.isEmpty()) {
            return top(tenant, List.of(Filters.ALL_CATEGORIES));
        }
        List<String> items = history.items().stream().map(ItemView::itemId).toList();
        return categories.of(tenant, items).thenCompose(known -> top(tenant, Interest.of(history, known)));
    }

    private CompletionStage<List<String>> top(TenantId tenant, List<String> among) {
        List<CompletableFuture<RankedList>> lists = among.stream()
                .map(category -> list(tenant, category).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(lists.toArray(CompletableFuture[]::new))
                .thenApply(all -> TopSellers.of(
                        lists.stream().map(CompletableFuture::join).toList(), MAX_PRODUCTS));
    }

    private CompletionStage<RankedList> list(TenantId tenant, String category) {
        return bestSellers.source(tenant, category).load().thenApply(Snapshot::list);
    }
}
