package dev.tandem.serving.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of offers does. */
abstract class OfferStoreContract {
    private static final TenantId SHOP = new TenantId("offering-shop");

    abstract OfferStore store();

    abstract void put(TenantId tenant, UserId user, Instant offeredAt, String offer);

    @Test
    void theNewestOfferComesFirst() {
        put(SHOP, new UserId("anna"), Feedbacks.after(1), "first");
        put(SHOP, new UserId("anna"), Feedbacks.after(3), "third");
        put(SHOP, new UserId("anna"), Feedbacks.after(2), "second");
        put(SHOP, new UserId("bob"), Feedbacks.after(4), "of another");

        assertThat(find("anna")).containsExactly("third", "second", "first");
    }

    @Test
    void ofManyOffersTheNewestHundredAreThere() {
        for (int i = 0; i < OfferStore.MAX_OFFERS + 5; i++) {
            put(SHOP, new UserId("clara"), Feedbacks.after(i), "offer-" + i);
        }

        assertThat(find("clara")).hasSize(OfferStore.MAX_OFFERS).startsWith("offer-104");
    }

    @Test
    void anUnknownUserHasNone() {
        assertThat(find("nobody")).isEmpty();
    }

    private List<String> find(String user) {
        return store().find(SHOP, new UserId(user)).toCompletableFuture().join();
    }
}
