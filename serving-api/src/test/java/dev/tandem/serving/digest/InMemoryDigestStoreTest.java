package dev.tandem.serving.digest;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;

class InMemoryDigestStoreTest extends DigestStoreContract {
    private final InMemoryDigestStore store = new InMemoryDigestStore(new Availability());

    @Override
    DigestStore store() {
        return store;
    }

    @Override
    void putItem(TenantId tenant, String item, Digest digest) {
        store.putItem(tenant, item, digest);
    }

    @Override
    void putCategory(TenantId tenant, String category, Digest digest) {
        store.putCategory(tenant, category, digest);
    }
}
