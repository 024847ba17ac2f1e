package dev.tandem.serving.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.ranking.Lists;
import dev.tandem.serving.ranking.RankedList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of recommendations does. */
abstract class RecommendationStoreContract {
    static final TenantId SHOP = new TenantId("shop");
    static final ModelVersion FIRST = new ModelVersion("als-1");
    static final ModelVersion SECOND = new ModelVersion("als-2");
    static final UserId ANNA = new UserId("anna");

    abstract RecommendationStore store();

    abstract void activate(TenantId tenant, ModelVersion version);

    abstract void put(TenantId tenant, ModelVersion version, UserId user, RankedList list);

    @Test
    void aTenantWithoutAPublicationHasNoActiveModel() {
        assertThat(active(new TenantId("new-shop"))).isEmpty();
    }

    @Test
    void theModelThatWasActivatedLastIsActive() {
        activate(SHOP, FIRST);
        activate(SHOP, SECOND);

        assertThat(active(SHOP)).contains(SECOND);
    }

    @Test
    void aListIsReadAsItWasWritten() {
        RankedList list = Lists.of("als-1", "hat", 3);
        put(SHOP, FIRST, ANNA, list);

        assertThat(find(SHOP, FIRST, ANNA).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(list);
    }

    @Test
    void anEmptyListIsAList() {
        put(SHOP, FIRST, new UserId("bob"), Lists.of("als-1", "hat", 0));

        assertThat(find(SHOP, FIRST, new UserId("bob")))
                .hasValueSatisfying(list -> assertThat(list.isEmpty()).isTrue());
    }

    @Test
    void aListBelongsToATenantAVersionAndAUser() {
        put(SHOP, FIRST, ANNA, Lists.of("als-1", "hat", 3));

        assertThat(find(new TenantId("store"), FIRST, ANNA)).isEmpty();
        assertThat(find(SHOP, new ModelVersion("als-3"), ANNA)).isEmpty();
        assertThat(find(SHOP, FIRST, new UserId("Anna"))).isEmpty();
    }

    private Optional<ModelVersion> active(TenantId tenant) {
        return store().activeModel(tenant).toCompletableFuture().join();
    }

    private Optional<RankedList> find(TenantId tenant, ModelVersion version, UserId user) {
        return store().find(tenant, version, user).toCompletableFuture().join();
    }
}
