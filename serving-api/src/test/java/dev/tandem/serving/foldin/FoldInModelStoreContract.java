package dev.tandem.serving.foldin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.factors.FactorMatrix;
import dev.tandem.core.foldin.FoldInItem;
import dev.tandem.core.foldin.FoldInModel;
import dev.tandem.core.foldin.FoldInParts;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of models that make lists does. */
abstract class FoldInModelStoreContract {
    private static final TenantId SHOP = new TenantId("shop");
    private static final ModelVersion FIRST = new ModelVersion("als-1");

    abstract FoldInModelStore store();

    abstract void put(FoldInModel model);

    @Test
    void aModelIsReadAsItWasWritten() {
        FoldInModel written = SmallModels.twoTastes(SHOP, FIRST);
        put(written);

        FoldInModel read = find(SHOP, FIRST).orElseThrow().toModel();

        assertThat(read.encode()).isEqualTo(written.encode());
    }

    @Test
    void aModelMayHaveManyParts() {
        FoldInModel written = large(new ModelVersion("als-large"));
        assertThat(written.encode()).hasSizeGreaterThan(2);
        put(written);

        FoldInModel read =
                find(SHOP, new ModelVersion("als-large")).orElseThrow().toModel();

        assertThat(read.encode()).isEqualTo(written.encode());
    }

    @Test
    void aModelBelongsToATenantAndAVersion() {
        put(SmallModels.twoTastes(SHOP, FIRST));

        assertThat(find(new TenantId("store"), FIRST)).isEmpty();
        assertThat(find(SHOP, new ModelVersion("als-2"))).isEmpty();
    }

    static FoldInModel large(ModelVersion version) {
        int items = 5_000;
        return new FoldInModel(
                SHOP,
                version,
                SmallModels.EVENTS_UNTIL,
                SmallModels.twoTastes(SHOP, version).settings(),
                IntStream.range(0, items)
                        .mapToObj(i -> FoldInItem.listed("item-" + i, "Item number " + i, "Things"))
                        .toList(),
                FactorMatrix.random(items, 64, 7),
                new float[items]);
    }

    private Optional<FoldInParts> find(TenantId tenant, ModelVersion version) {
        return store().find(tenant, version).toCompletableFuture().join();
    }
}
