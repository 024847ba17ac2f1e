package dev.tandem.serving.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.ranking.Lists;
import dev.tandem.serving.ranking.RankedList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of live lists does. */
abstract class LiveListStoreContract {
    private static final TenantId SHOP = new TenantId("shop");
    private static final UserId ANNA = new UserId("anna");

    abstract LiveListStore store();

    /** Writes a list as the speed layer does. */
    abstract void put(TenantId tenant, UserId user, RankedList list);

    /** Notes a removal as {@code DELETE} of a history's item does. */
    abstract void removed(TenantId tenant, UserId user, Instant at);

    @Test
    void aListIsReadAsItWasWritten() {
        RankedList list = Lists.of("als-1", "hat", 3);
        put(SHOP, ANNA, list);

        LiveList found = find(SHOP, ANNA).orElseThrow();
        assertThat(found.list()).usingRecursiveComparison().isEqualTo(list);
        assertThat(found.removedAt()).isNull();
    }

    @Test
    void aNewListTakesTheOldOnesPlace() {
        put(SHOP, ANNA, Lists.of("als-1", "hat", 3));
        put(SHOP, ANNA, Lists.of("als-2", "scarf", 2));

        assertThat(find(SHOP, ANNA).orElseThrow().list().modelVersion()).contains("als-2");
    }

    @Test
    void aListBelongsToATenantAndAUser() {
        put(SHOP, ANNA, Lists.of("als-1", "hat", 3));

        assertThat(find(new TenantId("store"), ANNA)).isEmpty();
        assertThat(find(SHOP, new UserId("Anna"))).isEmpty();
    }

    @Test
    void aRemovalIsNotedBesideTheListWhicheverComesFirst() {
        Instant at = Instant.parse("2026-01-02T00:00:00Z");
        UserId rob = new UserId("rob");
        UserId rosa = new UserId("rosa");
        put(SHOP, rosa, Lists.of("als-1", "hat", 3));
        removed(SHOP, rosa, at);
        removed(SHOP, rob, at);

        assertThat(find(SHOP, rob).orElseThrow().list().isEmpty()).isTrue();
        put(SHOP, rob, Lists.of("als-1", "scarf", 3));

        for (UserId user : List.of(rosa, rob)) {
            assertThat(find(SHOP, user).orElseThrow().removedAt()).isEqualTo(at);
            assertThat(find(SHOP, user).orElseThrow().list().modelVersion()).contains("als-1");
        }
    }

    private Optional<LiveList> find(TenantId tenant, UserId user) {
        return store().find(tenant, user).toCompletableFuture().join();
    }
}
