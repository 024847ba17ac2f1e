package dev.tandem.serving.published;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ranking.Lists;
import dev.tandem.serving.ranking.RankedList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of published lists does. */
abstract class PublishedListStoreContract {
    static final TenantId SHOP = new TenantId("shop");
    static final ModelVersion FIRST = new ModelVersion("als-1");
    static final ModelVersion SECOND = new ModelVersion("als-2");

    abstract PublishedListStore store();

    abstract void activate(TenantId tenant, ModelVersion version);

    abstract void put(TenantId tenant, ModelVersion version, ListKind kind, String key, RankedList list);

    @Test
    void aTenantWithoutAPublicationHasNoActiveModel() {
        assertThat(active(new TenantId("new-shop"))).isEmpty();
    }

    @Test
    void theModelThatWasActivatedLastIsActive() {
        activate(SHOP, FIRST);
        activate(SHOP, SECOND);

        assertThat(active(SHOP)).contains(new ActiveModel(SECOND, Lists.EVENTS_UNTIL));
    }

    @ParameterizedTest
    @EnumSource
    void aListIsReadAsItWasWritten(ListKind kind) {
        RankedList list = Lists.of("als-1", "hat-" + kind, 3);
        put(SHOP, FIRST, kind, "anna", list);

        assertThat(find(SHOP, FIRST, kind, "anna").orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(list);
    }

    @Test
    void anEmptyListIsAList() {
        put(SHOP, FIRST, ListKind.NEW_FOR_YOU, "bob", Lists.of("als-1", "hat", 0));

        assertThat(find(SHOP, FIRST, ListKind.NEW_FOR_YOU, "bob"))
                .hasValueSatisfying(list -> assertThat(list.isEmpty()).isTrue());
    }

    @Test
    void aListBelongsToATenantAVersionAKindAndAKey() {
        put(SHOP, FIRST, ListKind.SIMILAR, "hat-1", Lists.of("als-1", "hat", 3));

        assertThat(find(new TenantId("store"), FIRST, ListKind.SIMILAR, "hat-1"))
                .isEmpty();
        assertThat(find(SHOP, new ModelVersion("als-3"), ListKind.SIMILAR, "hat-1"))
                .isEmpty();
        assertThat(find(SHOP, FIRST, ListKind.BOUGHT_TOGETHER, "hat-1")).isEmpty();
        assertThat(find(SHOP, FIRST, ListKind.SIMILAR, "Hat-1")).isEmpty();
    }

    private Optional<ActiveModel> active(TenantId tenant) {
        return store().activeModel(tenant).toCompletableFuture().join();
    }

    private Optional<RankedList> find(TenantId tenant, ModelVersion version, ListKind kind, String key) {
        return store().find(tenant, version, kind, key).toCompletableFuture().join();
    }
}
