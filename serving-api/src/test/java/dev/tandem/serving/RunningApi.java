package dev.tandem.serving;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.bestsellers.InMemoryBestSellerStore;
import dev.tandem.serving.demotion.Demotion;
import dev.tandem.serving.demotion.InMemoryDemotionStore;
import dev.tandem.serving.digest.InMemoryDigestStore;
import dev.tandem.serving.foldin.InMemoryFoldInModelStore;
import dev.tandem.serving.health.InMemoryStoreInspection;
import dev.tandem.serving.history.InMemoryHistoryStore;
import dev.tandem.serving.history.InMemoryOrderStore;
import dev.tandem.serving.intake.ClosedEventLog;
import dev.tandem.serving.intake.EventLog;
import dev.tandem.serving.item.InMemoryItemStore;
import dev.tandem.serving.live.InMemoryLiveListStore;
import dev.tandem.serving.offer.ClosedOfferFeed;
import dev.tandem.serving.offer.InMemoryFeedbackStore;
import dev.tandem.serving.offer.InMemoryOfferStore;
import dev.tandem.serving.offer.OfferFeed;
import dev.tandem.serving.published.InMemoryPublishedListStore;
import dev.tandem.serving.recommendation.InMemoryPurchaseStore;
import dev.tandem.serving.retraining.Retraining;
import dev.tandem.serving.stock.InMemoryStockStore;
import dev.tandem.serving.tenant.InMemoryTenantStore;
import dev.tandem.serving.trending.InMemoryTrendingStore;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;

/** The API on a free port over stores in memory, with tenant {@code shop}, and a caller of it. */
public final class RunningApi implements AutoCloseable {
    public static final TenantId SHOP = new TenantId("shop");
    /** The tenant of reviews that name none. */
    public static final TenantId STORE = new TenantId("store");

    public static final Duration TIMEOUT = Duration.ofSeconds(1);

    // Nothing stays fresh: every request asks the stores, so tests wait for nothing.
    private static final Duration AT_ONCE = Duration.ofNanos(1);

    public final Availability availability = new Availability();
    public final InMemoryTenantStore tenants = new InMemoryTenantStore(availability);
    public final InMemoryHistoryStore history = new InMemoryHistoryStore(availability);
    public final InMemoryPublishedListStore lists = new InMemoryPublishedListStore(availability);
    public final InMemoryPurchaseStore purchases = new InMemoryPurchaseStore(availability);
    public final InMemoryStockStore stock = new InMemoryStockStore(availability);
    public final InMemoryBestSellerStore bestSellers = new InMemoryBestSellerStore(availability);
    public final InMemoryTrendingStore trending = new InMemoryTrendingStore(availability);
    public final Availability liveAvailability = new Availability();
    public final InMemoryLiveListStore live = new InMemoryLiveListStore(liveAvailability);
    public final InMemoryFoldInModelStore models = new InMemoryFoldInModelStore(availability);
    public final InMemoryOrderStore orders = new InMemoryOrderStore(availability);
    public final InMemoryItemStore items = new InMemoryItemStore(availability);
    public final InMemoryFeedbackStore feedback = new InMemoryFeedbackStore(availability);
    public final InMemoryOfferStore offers = new InMemoryOfferStore(availability);
    public final InMemoryDigestStore digests = new InMemoryDigestStore(availability);
    public final InMemoryDemotionStore demotions = new InMemoryDemotionStore(availability);
    public final InMemoryStoreInspection inspection = new InMemoryStoreInspection(availability);

    private final Javalin api;
    private final ApiCaller caller;

    public RunningApi() {
        this(Retraining.closed());
    }

    public RunningApi(Retraining retraining) {
        this(retraining, new ClosedEventLog());
    }

    public RunningApi(EventLog events) {
        this(Retraining.closed(), events);
    }

    public RunningApi(Demotion.Choice demotion) {
        this(Retraining.closed(), new ClosedEventLog(), new ClosedOfferFeed(), demotion);
    }

    public RunningApi(OfferFeed feed) {
        this(Retraining.closed(), new ClosedEventLog(), feed, Demotion.Choice.ON);
    }

    private RunningApi(Retraining retraining, EventLog events) {
        this(retraining, events, new ClosedOfferFeed(), Demotion.Choice.ON);
    }

    private RunningApi(Retraining retraining, EventLog events, OfferFeed feed, Demotion.Choice demotion) {
        tenants.put(SHOP);
        tenants.put(STORE);
        api = ServingApi.create(
                        new Dependencies(
                                tenants,
                                history,
                                lists,
                                purchases,
                                bestSellers,
                                trending,
                                live,
                                models,
                                orders,
                                stock,
                                items,
                                feedback,
                                offers,
                                digests,
                                demotions,
                                inspection,
                                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                                answers(demotion)),
                        retraining,
                        events,
                        feed)
                .start("127.0.0.1", 0);
        caller = new ApiCaller(api.port());
    }

    private static AnswerSettings answers(Demotion.Choice demotion) {
        return new AnswerSettings(
                SHOP,
                SHOP,
                STORE,
                TIMEOUT,
                AT_ONCE,
                AT_ONCE,
                AT_ONCE,
                AT_ONCE,
                AT_ONCE,
                Duration.ZERO,
                Duration.ZERO,
                demotion);
    }

    /** A GET; see {@link ApiCaller#get}. */
    public Answer get(String path, String... headers) {
        return caller.get(path, headers);
    }

    public Answer send(String method, String path, String... headers) {
        return caller.send(method, path, headers);
    }

    /** A POST of a text. */
    public Answer post(String path, String body, String... headers) {
        return caller.post(path, body, headers);
    }

    /** A POST of bytes. */
    public Answer post(String path, byte[] body, String... headers) {
        return caller.post(path, body, headers);
    }

    /** The port on which it listens. */
    public int port() {
        return api.port();
    }

    public String sendRaw(String request) {
        return caller.sendRaw(request);
    }

    @Override
    public void close() {
        api.stop();
    }
}
