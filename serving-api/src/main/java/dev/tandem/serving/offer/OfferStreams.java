package dev.tandem.serving.offer;

import dev.tandem.core.schema.Topics;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.http.ErrorAnswer;
import dev.tandem.serving.http.ErrorCode;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Those who listen to offers: so many at the most, all fed by one feed, which begins with the first of them. */
public final class OfferStreams implements AutoCloseable {
    private static final String LISTENING = "listening";
    private static final int MAX_LISTENERS = 100;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    // Some two hundred offers, beyond what the connection itself holds.
    private static final int MAX_WAITING_BYTES = 256 * 1024;

    private final OfferFeed feed;
    private final int maxListeners;
    private final Duration heartbeat;
    private final Map<EventStream, TenantId> streams = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "offer-streams");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable ScheduledFuture<?> beating;
    private boolean isClosed;
    private boolean isListening;

    public OfferStreams(OfferFeed feed) {
        this(feed, MAX_LISTENERS, HEARTBEAT);
    }

    OfferStreams(OfferFeed feed, int maxListeners, Duration heartbeat) {
        this.feed = feed;
        this.maxListeners = maxListeners;
        this.heartbeat = heartbeat;
    }

    /**
     * Sends a tenant's offers to a caller from now on, or refuses it where as many listen as may.
     *
     * @param ctx of a request whose handling is asynchronous
     * @return when it is done, the caller has left or was dropped, or the API stops
     */
    synchronized CompletableFuture<Void> open(Context ctx, TenantId tenant) {
        if (isClosed || streams.size() >= maxListeners) {
            throw ErrorAnswer.of(
                            ErrorCode.TOO_MANY_LISTENERS,
                            "%d callers listen to offers already; close one of them, or read topic %s"
                                    .formatted(maxListeners, Topics.OFFERS.name()))
                    .with("allowed", String.valueOf(maxListeners));
        }
        EventStream stream = EventStream.begin(ctx, MAX_WAITING_BYTES);
        streams.put(stream, tenant);
        stream.comment("connected");
        if (isListening) {
            stream.comment(LISTENING);
        } else if (beating == null) {
            begin();
        }
        return stream.whenEnded().thenRun(() -> streams.remove(stream));
    }

    /** Ends all streams. */
    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
        }
        heart.shutdownNow();
        streams.keySet().forEach(EventStream::end);
    }

    private void begin() {
        long nanos = heartbeat.toNanos();
        beating = heart.scheduleAtFixedRate(() -> toAll("still here"), nanos, nanos, TimeUnit.NANOSECONDS);
        CompletableFuture<Void> unused = feed.open(this::bring).thenRun(this::listening);
    }

    private synchronized void listening() {
        isListening = true;
        toAll(LISTENING);
    }

    private void toAll(String comment) {
        streams.keySet().forEach(stream -> stream.comment(comment));
    }

    private void bring(PublishedOffer offer) {
        String id = offer.partition() + "-" + offer.offset();
        streams.forEach((stream, tenant) -> {
            if (tenant.equals(offer.tenant())) {
                stream.event("offer", id, offer.json());
            }
        });
    }
}
