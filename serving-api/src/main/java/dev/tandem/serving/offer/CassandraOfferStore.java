package dev.tandem.serving.offer;

import static dev.tandem.core.schema.Columns.OFFER;

import dev.tandem.core.schema.FeedbackTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.PartitionLookup;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The offers that the streaming query {@code critical-feedback} wrote to Cassandra. */
public final class CassandraOfferStore implements OfferStore {
    private final PartitionLookup offers;

    public CassandraOfferStore(CassandraClient client) {
        this.offers = client.partition(FeedbackTables.OFFERS_BY_USER, List.of(OFFER), MAX_OFFERS);
    }

    @Override
    public CompletionStage<List<String>> find(TenantId tenant, UserId user) {
        return offers.find(row -> Optional.ofNullable(row.getString(0)), tenant.value(), user.value());
    }
}
