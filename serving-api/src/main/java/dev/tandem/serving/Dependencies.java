package dev.tandem.serving;

import dev.tandem.serving.bestsellers.BestSellerStore;
import dev.tandem.serving.bestsellers.CassandraBestSellerStore;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.demotion.CassandraDemotionStore;
import dev.tandem.serving.demotion.DemotionStore;
import dev.tandem.serving.digest.CassandraDigestStore;
import dev.tandem.serving.digest.DigestStore;
import dev.tandem.serving.foldin.CassandraFoldInModelStore;
import dev.tandem.serving.foldin.FoldInModelStore;
import dev.tandem.serving.health.CassandraStoreInspection;
import dev.tandem.serving.health.StoreInspection;
import dev.tandem.serving.history.CassandraHistoryStore;
import dev.tandem.serving.history.CassandraOrderStore;
import dev.tandem.serving.history.HistoryStore;
import dev.tandem.serving.history.OrderStore;
import dev.tandem.serving.item.CassandraItemStore;
import dev.tandem.serving.item.ItemStore;
import dev.tandem.serving.live.CassandraLiveListStore;
import dev.tandem.serving.live.LiveListStore;
import dev.tandem.serving.offer.CassandraFeedbackStore;
import dev.tandem.serving.offer.CassandraOfferStore;
import dev.tandem.serving.offer.FeedbackStore;
import dev.tandem.serving.offer.OfferStore;
import dev.tandem.serving.published.CassandraPublishedListStore;
import dev.tandem.serving.published.PublishedListStore;
import dev.tandem.serving.recommendation.CassandraPurchaseStore;
import dev.tandem.serving.recommendation.PurchaseStore;
import dev.tandem.serving.stock.CassandraStockStore;
import dev.tandem.serving.stock.StockStore;
import dev.tandem.serving.tenant.CassandraTenantStore;
import dev.tandem.serving.tenant.TenantStore;
import dev.tandem.serving.trending.CassandraTrendingStore;
import dev.tandem.serving.trending.TrendingStore;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;

/** What the API needs from outside: its stores, where to count, and how to answer. */
public record Dependencies(
        TenantStore tenants,
        HistoryStore history,
        PublishedListStore lists,
        PurchaseStore purchases,
        BestSellerStore bestSellers,
        TrendingStore trending,
        LiveListStore live,
        FoldInModelStore models,
        OrderStore orders,
        StockStore stock,
        ItemStore items,
        FeedbackStore feedback,
        OfferStore offers,
        DigestStore digests,
        DemotionStore demotions,
        StoreInspection inspection,
        PrometheusMeterRegistry metrics,
        AnswerSettings answers) {

    /** Every store in Cassandra. */
    public static Dependencies on(CassandraClient cassandra, PrometheusMeterRegistry metrics, AnswerSettings answers) {
        return new Dependencies(
                new CassandraTenantStore(cassandra),
                new CassandraHistoryStore(cassandra, Clock.systemUTC()),
                new CassandraPublishedListStore(cassandra),
                new CassandraPurchaseStore(cassandra),
                new CassandraBestSellerStore(cassandra),
                new CassandraTrendingStore(cassandra),
                new CassandraLiveListStore(cassandra),
                new CassandraFoldInModelStore(cassandra),
                new CassandraOrderStore(cassandra),
                new CassandraStockStore(cassandra),
                new CassandraItemStore(cassandra),
                new CassandraFeedbackStore(cassandra),
                new CassandraOfferStore(cassandra),
                new CassandraDigestStore(cassandra),
                new CassandraDemotionStore(cassandra),
                new CassandraStoreInspection(cassandra),
                metrics,
                answers);
    }
}
