package dev.tandem.serving.live;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.published.ListKind;
import dev.tandem.serving.published.PublishedLists;
import dev.tandem.serving.ranking.CategoryLists;
import dev.tandem.serving.ranking.ListSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** From which lists a user's recommendations are made, the best first. */
public final class UserLists {
    private final PublishedLists published;
    private final LiveLists live;
    private final SimilarToViewed similar;
    private final CategoryLists trending;
    private final CategoryLists bestSellers;

    /** The lists of all layers. */
    public UserLists(
            PublishedLists published,
            LiveLists live,
            SimilarToViewed similar,
            CategoryLists trending,
            CategoryLists bestSellers) {
        this.published = published;
        this.live = live;
        this.similar = similar;
        this.trending = trending;
        this.bestSellers = bestSellers;
    }

    /**
     * What the user has not bought: by the live list or the model's, for want of both by the latest views, or else what
     * trends; then best sellers.
     *
     * @param purchases the ids of what the user has bought, asked for only where a list is not the user's own
     */
    public List<ListSource> newForYou(
            TenantId tenant, UserId user, String category, Supplier<CompletionStage<Set<String>>> purchases) {
        return chain(live.newForYou(tenant, user), tenant, user, category, purchases);
    }

    /** The same with what the user has bought; of this, no live list is kept. */
    public List<ListSource> withPurchased(TenantId tenant, UserId user, String category) {
        ListSource own = published.source(tenant, ListKind.WITH_PURCHASED, user.value());
        return chain(own, tenant, user, category, () -> CompletableFuture.completedStage(Set.of()));
    }

    private List<ListSource> chain(
            ListSource own,
            TenantId tenant,
            UserId user,
            String category,
            Supplier<CompletionStage<Set<String>>> unwanted) {
        return List.of(
                own,
                similar.source(tenant, user, unwanted),
                trending.source(tenant, category, unwanted),
                bestSellers.source(tenant, category, unwanted));
    }
}
