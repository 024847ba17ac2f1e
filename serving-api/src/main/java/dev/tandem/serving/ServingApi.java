package dev.tandem.serving;

import dev.tandem.serving.bestsellers.BestSellers;
import dev.tandem.serving.bestsellers.BestSellersHandler;
import dev.tandem.serving.docs.DocsPages;
import dev.tandem.serving.health.HealthHandlers;
import dev.tandem.serving.http.ErrorMapping;
import dev.tandem.serving.http.HttpServer;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.item.ItemHandler;
import dev.tandem.serving.item.Items;
import dev.tandem.serving.item.RelatedItemsHandler;
import dev.tandem.serving.item.RelatedItemsHandler.Relation;
import dev.tandem.serving.published.PublishedLists;
import dev.tandem.serving.ranking.Pages;
import dev.tandem.serving.recommendation.BuyAgainHandler;
import dev.tandem.serving.recommendation.RecommendationHandler;
import dev.tandem.serving.stock.Stock;
import dev.tandem.serving.tenant.TenantHeader;
import dev.tandem.serving.tenant.Tenants;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/** The HTTP API as a value: every route over its stores, not yet started. */
public final class ServingApi {
    private ServingApi() {}

    /** The API, for its caller to start and stop. */
    public static Javalin create(Dependencies dependencies) {
        return Javalin.create(config -> configure(config, dependencies));
    }

    private static void configure(JavalinConfig config, Dependencies dependencies) {
        AnswerSettings answers = dependencies.answers();
        Responder responder = new Responder(HttpServer.configure(config), answers.requestTimeout());
        ErrorMapping.register(config.routes);

        TenantHeader header = new TenantHeader(answers.defaultTenant());
        Tenants tenants = new Tenants(dependencies.tenants(), answers.maxTenantAge());
        Items items = new Items(tenants, dependencies.items());
        PublishedLists lists = new PublishedLists(dependencies.lists(), answers.maxModelAge());
        BestSellers bestSellers = new BestSellers(dependencies.bestSellers(), answers.maxBestSellersAge());
        Pages pages = new Pages(new Stock(dependencies.stock(), answers.maxStockAge()));

        RoutesConfig routes = config.routes;
        read(
                routes,
                RecommendationHandler.PATH,
                new RecommendationHandler(
                        header, tenants, lists, dependencies.purchases(), bestSellers, pages, responder));
        read(routes, BuyAgainHandler.PATH, new BuyAgainHandler(header, tenants, lists, pages, responder));
        read(routes, ItemHandler.PATH, new ItemHandler(header, items, responder));
        for (Relation relation : Relation.values()) {
            read(
                    routes,
                    relation.path(),
                    new RelatedItemsHandler(relation, header, items, lists, bestSellers, pages, responder));
        }
        read(routes, BestSellersHandler.PATH, new BestSellersHandler(header, tenants, bestSellers, pages, responder));
        aboutItself(routes, new HealthHandlers(dependencies.inspection(), responder), new DocsPages());
    }

    private static void aboutItself(RoutesConfig routes, HealthHandlers health, DocsPages docs) {
        read(routes, HealthHandlers.LIVE_PATH, health::live);
        read(routes, HealthHandlers.READY_PATH, health::ready);
        read(routes, DocsPages.OPENAPI_PATH, docs::openApi);
        read(routes, DocsPages.DOCS_PATH, docs::docs);
        read(routes, DocsPages.ASSET_PATH, docs::asset);
    }

    /** HEAD too is answered by the handler: left to itself, Javalin says 200 to a HEAD of anything. */
    private static void read(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }
}
