package dev.tandem.serving.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of digests does. */
abstract class DigestStoreContract {
    static final Digest DIGEST = new Digest(
            7,
            4,
            new BigDecimal("3.14"),
            List.of(1, 1, 2, 2, 1),
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-01-02T00:00:00Z"));

    private static final TenantId SHOP = new TenantId("digested-shop");

    abstract DigestStore store();

    abstract void putItem(TenantId tenant, String item, Digest digest);

    abstract void putCategory(TenantId tenant, String category, Digest digest);

    @Test
    void digestsAreReadAsTheyWereWritten() {
        putItem(SHOP, "hat", DIGEST);
        putCategory(SHOP, "Küche & Co", DIGEST);
        putCategory(SHOP, "*", Digest.NONE);

        assertThat(ofItem(SHOP, "hat")).contains(DIGEST);
        assertThat(ofCategory("Küche & Co")).contains(DIGEST);
        assertThat(ofCategory("*")).contains(Digest.NONE);
    }

    @Test
    void whatNobodyRatedHasNone() {
        putItem(SHOP, "hat", DIGEST);

        assertThat(ofItem(SHOP, "scarf")).isEmpty();
        assertThat(ofItem(new TenantId("store"), "hat")).isEmpty();
        assertThat(ofCategory("Scarves")).isEmpty();
    }

    private Optional<Digest> ofItem(TenantId tenant, String item) {
        return store().ofItem(tenant, new ItemId(item)).toCompletableFuture().join();
    }

    private Optional<Digest> ofCategory(String category) {
        return store().ofCategory(SHOP, category).toCompletableFuture().join();
    }
}
