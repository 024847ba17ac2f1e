package dev.tandem.serving.foldin;

import dev.tandem.core.foldin.FoldInModel;
import dev.tandem.serving.Availability;

class InMemoryFoldInModelStoreTest extends FoldInModelStoreContract {
    private final InMemoryFoldInModelStore store = new InMemoryFoldInModelStore(new Availability());

    @Override
    FoldInModelStore store() {
        return store;
    }

    @Override
    void put(FoldInModel model) {
        store.put(model);
    }
}
