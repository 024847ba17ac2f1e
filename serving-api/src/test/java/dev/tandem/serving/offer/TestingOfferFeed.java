package dev.tandem.serving.offer;

import dev.tandem.core.offer.OfferCodec;
import dev.tandem.core.shop.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A feed into which a test puts offers, and whose broker may come late. */
public final class TestingOfferFeed implements OfferFeed {
    private final CompletableFuture<Void> broker = new CompletableFuture<>();
    private final List<Consumer<PublishedOffer>> listeners = new ArrayList<>();
    private long offset;

    /** A feed whose broker is there. */
    public static TestingOfferFeed connected() {
        TestingOfferFeed feed = new TestingOfferFeed();
        feed.connect();
        return feed;
    }

    /** From now on the broker is there. */
    public void connect() {
        broker.complete(null);
    }

    /** How often it was opened. */
    public synchronized int listeners() {
        return listeners.size();
    }

    /** How many offers were published. */
    synchronized long published() {
        return offset;
    }

    /** Publishes the offer that answers a feedback. */
    public void publish(TenantId tenant, String feedbackId) {
        publish(tenant, OfferCodec.text(Feedbacks.offer(tenant, feedbackId)), 2);
    }

    void publish(TenantId tenant, String json, int partition) {
        List<Consumer<PublishedOffer>> all;
        long at;
        synchronized (this) {
            all = List.copyOf(listeners);
            at = offset++;
        }
        all.forEach(listener -> listener.accept(new PublishedOffer(partition, at, tenant, json)));
    }

    @Override
    public synchronized CompletableFuture<Void> open(Consumer<PublishedOffer> listener) {
        listeners.add(listener);
        return broker;
    }
}
