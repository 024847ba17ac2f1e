package dev.tandem.serving.offer;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What an API without a Kafka has: no offer ever comes. */
public final class ClosedOfferFeed implements OfferFeed {
    @Override
    public CompletableFuture<Void> open(Consumer<PublishedOffer> listener) {
        return new CompletableFuture<>();
    }
}
