package dev.tandem.serving;

import dev.tandem.core.recommendation.RecommendationSource;
import dev.tandem.serving.basket.BasketHandler;
import dev.tandem.serving.because.BecauseHandler;
import dev.tandem.serving.demotion.Demotion;
import dev.tandem.serving.dialect.feedbackchannel.FeedbackChannelHandler;
import dev.tandem.serving.dialect.productmatch.ProductMatchHandlers;
import dev.tandem.serving.dialect.productmatch.ProductMatchRecommendations;
import dev.tandem.serving.digest.DigestHandlers;
import dev.tandem.serving.docs.DocsPages;
import dev.tandem.serving.event.EventsHandler;
import dev.tandem.serving.feedback.FeedbackHandler;
import dev.tandem.serving.feedback.FeedbackIntake;
import dev.tandem.serving.foldin.FoldInModels;
import dev.tandem.serving.health.HealthHandlers;
import dev.tandem.serving.history.HistoryHandlers;
import dev.tandem.serving.history.UserHistories;
import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.ErrorMapping;
import dev.tandem.serving.http.HttpServer;
import dev.tandem.serving.http.RequestMetrics;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.intake.ClosedEventLog;
import dev.tandem.serving.intake.EventIntake;
import dev.tandem.serving.intake.EventLog;
import dev.tandem.serving.item.ItemHandler;
import dev.tandem.serving.item.Items;
import dev.tandem.serving.item.RelatedItemsHandler;
import dev.tandem.serving.item.RelatedItemsHandler.Relation;
import dev.tandem.serving.live.LiveListMaker;
import dev.tandem.serving.live.LiveLists;
import dev.tandem.serving.live.SimilarToViewed;
import dev.tandem.serving.live.UserLists;
import dev.tandem.serving.metrics.MetricsHandler;
import dev.tandem.serving.offer.ClosedOfferFeed;
import dev.tandem.serving.offer.FeedbackStateHandler;
import dev.tandem.serving.offer.OfferFeed;
import dev.tandem.serving.offer.OfferStreamHandler;
import dev.tandem.serving.offer.OfferStreams;
import dev.tandem.serving.offer.UserOffersHandler;
import dev.tandem.serving.published.PublishedLists;
import dev.tandem.serving.ranking.CategoryListHandler;
import dev.tandem.serving.ranking.CategoryLists;
import dev.tandem.serving.ranking.ListSource.Role;
import dev.tandem.serving.ranking.Pages;
import dev.tandem.serving.recommendation.BuyAgainHandler;
import dev.tandem.serving.recommendation.RecommendationHandler;
import dev.tandem.serving.retraining.RetrainHandler;
import dev.tandem.serving.retraining.Retraining;
import dev.tandem.serving.stock.Stock;
import dev.tandem.serving.tenant.TenantHeader;
import dev.tandem.serving.tenant.Tenants;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** The HTTP API as a value: every route over its stores, not yet started. */
public final class ServingApi {
    // A live list that is not there by then is done without: the rest of the time is for what stands in for it.
    private static final int LIVE_SHARE = 4;

    private static final Map<String, Integer> LONG_BODIES = Map.of(
            EventsHandler.PATH, EventsHandler.MAX_BODY_BYTES,
            FeedbackHandler.PATH, FeedbackHandler.MAX_BODY_BYTES,
            FeedbackChannelHandler.PATH, FeedbackChannelHandler.MAX_BODY_BYTES);

    private ServingApi() {}

    /** The topics that requests bring something to. */
    public static List<String> topics() {
        return Stream.concat(EventsHandler.topics().stream(), FeedbackIntake.TOPICS.stream())
                .toList();
    }

    /** The API without an Airflow and a Kafka, for its caller to start and stop. */
    public static Javalin create(Dependencies dependencies) {
        return create(dependencies, Retraining.closed(), new ClosedEventLog());
    }

    /** The API, for its caller to start and stop. */
    public static Javalin create(Dependencies dependencies, Retraining retraining, EventLog events) {
        return create(dependencies, retraining, events, new ClosedOfferFeed());
    }

    /** The API, for its caller to start and stop; the feed is the caller's to close, after the API. */
    public static Javalin create(Dependencies dependencies, Retraining retraining, EventLog events, OfferFeed offers) {
        return Javalin.create(config -> configure(config, dependencies, retraining, events, new OfferStreams(offers)));
    }

    private static void configure(
            JavalinConfig config,
            Dependencies dependencies,
            Retraining retraining,
            EventLog events,
            OfferStreams streams) {
        AnswerSettings answers = dependencies.answers();
        Executor writers = HttpServer.configure(config, LONG_BODIES);
        Responder responder = new Responder(writers, answers.requestTimeout());
        ErrorMapping.register(config.routes);

        Routes routes = new Routes(config.routes, new RequestMetrics(dependencies.metrics()));
        config.requestLogger.http(routes::answered);

        TenantHeader header = new TenantHeader(answers.defaultTenant());
        Tenants tenants = new Tenants(dependencies.tenants(), answers.maxTenantAge());
        Items items = new Items(tenants, dependencies.items());
        PublishedLists lists = new PublishedLists(
                dependencies.lists(), answers.maxModelAge(), answers.maxListAge(), dependencies.metrics());
        CategoryLists bestSellers = new CategoryLists(
                RecommendationSource.BEST_SELLERS,
                Role.FILLS,
                dependencies.bestSellers()::find,
                answers.maxBestSellersAge());
        CategoryLists trending = new CategoryLists(
                RecommendationSource.TRENDING, Role.STANDS_IN, dependencies.trending()::find, answers.maxTrendingAge());
        FoldInModels models = new FoldInModels(dependencies.models(), lists, dependencies.metrics());
        UserHistories histories = new UserHistories(dependencies.orders(), dependencies.history());
        LiveLists live = new LiveLists(
                dependencies.live(),
                lists,
                new LiveListMaker(models, histories, Clock.systemUTC(), dependencies.metrics()),
                answers.maxLiveListAge(),
                answers.requestTimeout().dividedBy(LIVE_SHARE),
                dependencies.metrics());
        UserLists userLists =
                new UserLists(lists, live, new SimilarToViewed(dependencies.history(), lists), trending, bestSellers);
        Stock stock = new Stock(dependencies.stock(), answers.maxStockAge());
        Pages pages = new Pages(stock, demotion(dependencies));

        routes.read(
                RecommendationHandler.PATH,
                new RecommendationHandler(header, tenants, userLists, dependencies.purchases(), pages, responder));
        routes.read(
                BuyAgainHandler.PATH,
                new BuyAgainHandler(header, tenants, lists, new Pages(stock, Demotion.none()), responder));
        routes.read(ItemHandler.PATH, new ItemHandler(header, items, responder));
        for (Relation relation : Relation.values()) {
            routes.read(
                    relation.path(),
                    new RelatedItemsHandler(relation, header, items, lists, bestSellers, pages, responder));
        }
        routes.read(
                CategoryListHandler.BEST_SELLERS_PATH,
                new CategoryListHandler(
                        CategoryListHandler.BEST_SELLERS_PATH,
                        List.of(bestSellers),
                        CacheControl.SHORT,
                        header,
                        tenants,
                        pages,
                        responder));
        routes.read(
                CategoryListHandler.TRENDING_PATH,
                new CategoryListHandler(
                        CategoryListHandler.TRENDING_PATH,
                        List.of(trending, bestSellers),
                        CacheControl.NONE,
                        header,
                        tenants,
                        pages,
                        responder));
        routes.post(
                BasketHandler.PATH,
                new BasketHandler(header, tenants, models, trending, bestSellers, pages, responder));
        routes.read(BecauseHandler.PATH, new BecauseHandler(header, tenants, models, histories, responder));
        routes.post(
                RetrainHandler.PATH,
                new RetrainHandler(
                        header, tenants, retraining, Clock.systemUTC(), new Responder(writers, retraining.patience())));
        HistoryHandlers history =
                new HistoryHandlers(header, tenants, dependencies.history(), Clock.systemUTC(), responder);
        routes.read(HistoryHandlers.PATH, history::read);
        routes.delete(HistoryHandlers.ITEM_PATH, history::remove);
        EventIntake intake = new EventIntake(events, dependencies.metrics());
        routes.post(EventsHandler.PATH, new EventsHandler(header, tenants, intake, Clock.systemUTC(), writers));
        aboutFeedback(
                routes,
                new FeedbackStateHandler(header, tenants, dependencies.feedback(), responder),
                new UserOffersHandler(header, tenants, dependencies.offers(), responder),
                new DigestHandlers(header, tenants, items, dependencies.digests(), responder));
        routes.read(OfferStreamHandler.PATH, new OfferStreamHandler(header, tenants, streams, responder));
        // Before the server waits for the answers that are under way: a stream is one that does not end by itself.
        config.events.serverStopping(streams::close);
        routes.read(MetricsHandler.PATH, new MetricsHandler(dependencies.metrics(), lists, Clock.systemUTC()));
        takeFeedback(routes, header, tenants, new FeedbackIntake(intake, dependencies.metrics()), answers, writers);
        productMatch(
                routes,
                new ProductMatchHandlers(
                        answers.productMatchTenant(),
                        tenants,
                        dependencies.history(),
                        new ProductMatchRecommendations(dependencies.items(), bestSellers),
                        Clock.systemUTC(),
                        responder));
        aboutItself(routes, new HealthHandlers(dependencies.inspection(), responder), new DocsPages());
    }

    private static Demotion demotion(Dependencies dependencies) {
        AnswerSettings answers = dependencies.answers();
        return switch (answers.demotion()) {
            case ON -> new Demotion(dependencies.demotions(), answers.maxStockAge());
            case OFF -> Demotion.none();
        };
    }

    private static void aboutFeedback(
            Routes routes, FeedbackStateHandler feedback, UserOffersHandler offers, DigestHandlers digests) {
        routes.read(FeedbackStateHandler.PATH, feedback);
        routes.read(UserOffersHandler.PATH, offers);
        routes.read(DigestHandlers.ITEM_PATH, digests::ofItem);
        routes.read(DigestHandlers.CATEGORY_PATH, digests::ofCategory);
    }

    private static void takeFeedback(
            Routes routes,
            TenantHeader header,
            Tenants tenants,
            FeedbackIntake intake,
            AnswerSettings answers,
            Executor writers) {
        Clock clock = Clock.systemUTC();
        routes.post(FeedbackHandler.PATH, new FeedbackHandler(header, tenants, intake, clock, writers));
        routes.others(FeedbackChannelHandler.PATH, Set.of("POST"), FeedbackChannelHandler::refuseMethod);
        routes.post(
                FeedbackChannelHandler.PATH,
                new FeedbackChannelHandler(answers.feedbackTenant(), tenants, intake, clock, writers));
    }

    private static void productMatch(Routes routes, ProductMatchHandlers dialect) {
        routes.others(
                ProductMatchHandlers.HISTORY_PATH,
                Set.of("GET", "HEAD", "DELETE"),
                ctx -> ProductMatchHandlers.refuseMethod(ctx, "GET, DELETE, HEAD"));
        routes.read(ProductMatchHandlers.HISTORY_PATH, dialect::latest);
        routes.delete(ProductMatchHandlers.HISTORY_PATH, dialect::remove);
        routes.others(
                ProductMatchHandlers.RECOMMENDATIONS_PATH,
                Set.of("GET", "HEAD"),
                ctx -> ProductMatchHandlers.refuseMethod(ctx, "GET, HEAD"));
        routes.read(ProductMatchHandlers.RECOMMENDATIONS_PATH, dialect::recommend);
    }

    private static void aboutItself(Routes routes, HealthHandlers health, DocsPages docs) {
        routes.read(HealthHandlers.LIVE_PATH, health::live);
        routes.read(HealthHandlers.READY_PATH, health::ready);
        routes.read(DocsPages.OPENAPI_PATH, docs::openApi);
        routes.read(DocsPages.DOCS_PATH, docs::docs);
        routes.read(DocsPages.ASSET_PATH, docs::asset);
    }
}
