package dev.tandem.serving.foldin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;
import dev.tandem.serving.published.InMemoryPublishedListStore;
import dev.tandem.serving.published.PublishedLists;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoldInModelsTest {
    private static final TenantId SHOP = new TenantId("shop");
    private static final TenantId STORE = new TenantId("store");
    private static final ModelVersion FIRST = new ModelVersion("als-1");
    private static final ModelVersion SECOND = new ModelVersion("als-2");

    private final Availability availability = new Availability();
    private final InMemoryPublishedListStore published = new InMemoryPublishedListStore(new Availability());
    private final InMemoryFoldInModelStore store = new InMemoryFoldInModelStore(availability);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final FoldInModels models = new FoldInModels(
            store, new PublishedLists(published, Duration.ofNanos(1), Duration.ZERO, metrics), metrics);

    @Test
    void aModelIsLoadedOnceForAllWhoAsk() {
        store.put(SmallModels.twoTastes(SHOP, FIRST));
        published.activate(SHOP, FIRST);

        CompletableFuture<?>[] asked = Stream.generate(() -> models.active(SHOP).toCompletableFuture())
                .limit(20)
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(asked).join();

        assertThat(store.reads()).isEqualTo(1);
    }

    @Test
    void whenAnotherModelBecomesActiveThatOneIsLoaded() {
        store.put(SmallModels.twoTastes(SHOP, FIRST));
        store.put(SmallModels.twoTastes(SHOP, SECOND));
        published.activate(SHOP, FIRST);
        assertThat(active(SHOP)).contains(FIRST);

        published.activate(SHOP, SECOND);

        assertThat(active(SHOP)).contains(SECOND);
    }

    @Test
    void eachTenantHasItsOwnModel() {
        store.put(SmallModels.twoTastes(SHOP, FIRST));
        published.activate(SHOP, FIRST);
        published.activate(STORE, FIRST);

        assertThat(active(SHOP)).contains(FIRST);
        assertThat(active(STORE)).isEmpty();
    }

    @Test
    void beforeTheFirstPublicationThereIsNone() {
        assertThat(active(SHOP)).isEmpty();
    }

    @Test
    void aLoadThatFailedIsTriedAgain() {
        store.put(SmallModels.twoTastes(SHOP, FIRST));
        published.activate(SHOP, FIRST);
        availability.down();
        assertThatThrownBy(() -> active(SHOP)).hasRootCauseMessage("The store is down");

        availability.up();

        assertThat(active(SHOP)).contains(FIRST);
    }

    private Optional<ModelVersion> active(TenantId tenant) {
        return models.active(tenant).toCompletableFuture().join().map(loaded -> loaded.model()
                .version());
    }
}
