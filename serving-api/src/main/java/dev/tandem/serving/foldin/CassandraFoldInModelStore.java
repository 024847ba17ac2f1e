package dev.tandem.serving.foldin;

import static dev.tandem.core.schema.Columns.CONTENT;
import static dev.tandem.core.schema.Columns.PARTS;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.foldin.FoldInParts;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.Lookup;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The models that publish-recommendations wrote to Cassandra, read part after part: requests go on beside it. */
public final class CassandraFoldInModelStore implements FoldInModelStore {
    private final Lookup parts;

    public CassandraFoldInModelStore(CassandraClient client) {
        this.parts = client.lookup(CassandraTables.FOLD_IN_MODELS, List.of(PARTS, CONTENT));
    }

    @Override
    public CompletionStage<Optional<FoldInParts>> find(TenantId tenant, ModelVersion version) {
        return complete(tenant, version, new FoldInParts(tenant, version));
    }

    private CompletionStage<Optional<FoldInParts>> complete(
            TenantId tenant, ModelVersion version, FoldInParts collected) {
        return collected.isComplete()
                ? CompletableFuture.completedStage(Optional.of(collected))
                : parts.find(tenant.value(), version.value(), collected.next())
                        .thenCompose(row -> row.isPresent()
                                ? complete(tenant, version, with(collected, row.get()))
                                : CompletableFuture.completedStage(Optional.empty()));
    }

    private static FoldInParts with(FoldInParts collected, Row row) {
        ByteBuffer content = row.getByteBuffer(1);
        collected.add(row.getInt(0), content == null ? ByteBuffer.allocate(0) : content);
        return collected;
    }
}
