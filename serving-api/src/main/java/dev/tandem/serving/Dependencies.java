package dev.tandem.serving;

import dev.tandem.serving.bestsellers.BestSellerStore;
import dev.tandem.serving.bestsellers.CassandraBestSellerStore;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.health.CassandraStoreInspection;
import dev.tandem.serving.health.StoreInspection;
import dev.tandem.serving.item.CassandraItemStore;
import dev.tandem.serving.item.ItemStore;
import dev.tandem.serving.recommendation.CassandraRecommendationStore;
import dev.tandem.serving.recommendation.RecommendationStore;
import dev.tandem.serving.tenant.CassandraTenantStore;
import dev.tandem.serving.tenant.TenantStore;

/** What the API needs from outside: its stores, and how to answer. */
public record Dependencies(
        TenantStore tenants,
        RecommendationStore recommendations,
        BestSellerStore bestSellers,
        ItemStore items,
        StoreInspection inspection,
        AnswerSettings answers) {

    /** Every store in Cassandra. */
    public static Dependencies on(CassandraClient cassandra, AnswerSettings answers) {
        return new Dependencies(
                new CassandraTenantStore(cassandra),
                new CassandraRecommendationStore(cassandra),
                new CassandraBestSellerStore(cassandra),
                new CassandraItemStore(cassandra),
                new CassandraStoreInspection(cassandra),
                answers);
    }
}
