package dev.tandem.serving.digest;

import dev.tandem.core.schema.FeedbackTables;
import dev.tandem.core.schema.Table;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.LeasedCassandra;

class CassandraDigestStoreIT extends DigestStoreContract {
    private final DigestStore store = new CassandraDigestStore(LeasedCassandra.client());

    @Override
    DigestStore store() {
        return store;
    }

    @Override
    void putItem(TenantId tenant, String item, Digest digest) {
        put(FeedbackTables.FEEDBACK_DIGEST_BY_ITEM, tenant, item, digest);
    }

    @Override
    void putCategory(TenantId tenant, String category, Digest digest) {
        put(FeedbackTables.FEEDBACK_DIGEST_BY_CATEGORY, tenant, category, digest);
    }

    private static void put(Table table, TenantId tenant, String key, Digest digest) {
        LeasedCassandra.insert(
                table,
                tenant.value(),
                key,
                digest.ratings(),
                digest.criticalRatings(),
                digest.meanScore(),
                digest.scores().get(0),
                digest.scores().get(1),
                digest.scores().get(2),
                digest.scores().get(3),
                digest.scores().get(4),
                digest.intervalStart(),
                digest.intervalEnd());
    }
}
