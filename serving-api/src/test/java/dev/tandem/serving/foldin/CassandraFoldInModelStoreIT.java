package dev.tandem.serving.foldin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.foldin.FoldInModel;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.LeasedCassandra;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class CassandraFoldInModelStoreIT extends FoldInModelStoreContract {
    private final FoldInModelStore store = new CassandraFoldInModelStore(LeasedCassandra.client());

    @Override
    FoldInModelStore store() {
        return store;
    }

    @Override
    void put(FoldInModel model) {
        put(model, model.encode().size());
    }

    @Test
    void aModelThatIsBeingCleanedUpIsNotThereAnyMore() {
        FoldInModel model = large(new ModelVersion("als-half"));
        put(model, 2);

        assertThat(store.find(new TenantId("shop"), new ModelVersion("als-half"))
                        .toCompletableFuture()
                        .join())
                .isEmpty();
    }

    /** Writes the first so many parts. */
    private static void put(FoldInModel model, int written) {
        List<ByteBuffer> parts = model.encode();
        for (int part = 0; part < written; part++) {
            LeasedCassandra.insert(
                    CassandraTables.FOLD_IN_MODELS,
                    model.tenant().value(),
                    model.version().value(),
                    part,
                    parts.size(),
                    parts.get(part));
        }
    }
}
