package dev.tandem.serving.offer;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Offers as they are published, all tenants' in one stream. */
public interface OfferFeed {
    /**
     * Begins to bring offers, once in the life of a feed.
     *
     * @param listener gets each offer, on one thread that it must not hold up
     * @return when it is there, every offer that is published from then on is brought
     */
    CompletableFuture<Void> open(Consumer<PublishedOffer> listener);
}
