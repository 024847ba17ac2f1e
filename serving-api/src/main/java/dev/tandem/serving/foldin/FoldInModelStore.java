package dev.tandem.serving.foldin;

import dev.tandem.core.foldin.FoldInParts;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The published models in the form that makes lists. */
public interface FoldInModelStore {
    /** All parts of a version; empty where it was published without them, or was cleaned up. */
    CompletionStage<Optional<FoldInParts>> find(TenantId tenant, ModelVersion version);
}
