package dev.tandem.serving.offer;

import dev.tandem.core.schema.FeedbackTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cassandra.LeasedCassandra;
import java.time.Instant;

class CassandraOfferStoreIT extends OfferStoreContract {
    private final OfferStore store = new CassandraOfferStore(LeasedCassandra.client());

    @Override
    OfferStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, UserId user, Instant offeredAt, String offer) {
        LeasedCassandra.insert(
                FeedbackTables.OFFERS_BY_USER, tenant.value(), user.value(), offeredAt, "id of " + offer, null, offer);
    }
}
