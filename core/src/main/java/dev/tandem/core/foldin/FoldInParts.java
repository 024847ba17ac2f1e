package dev.tandem.core.foldin;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a stored model on their way from the rows of {@code fold_in_models} to a {@link FoldInModel}: they are read
 * and added in the order of their numbers, and the first one says how many there are. Parts that are read
 * while the same version is published again may be of two forms: the failure says so, and reading again helps. Not for use
 * by several threads at once.
 *
 * <pre>{@code
 * FoldInParts parts = new FoldInParts(tenant, version);
 * while (!parts.isComplete()) {
 *     row = ... WHERE tenant_id = tenant AND model_version = version AND part = parts.next()
 *     parts.add(row.getInt("parts"), row.getByteBuffer("content"));
 * }
 * FoldInModel model = parts.toModel();
 * }</pre>
 */
public final class FoldInParts {
    private final TenantId tenant;
    private final ModelVersion version;
    private final List<ByteBuffer> contents = new ArrayList<>();
    private int count;

    public FoldInParts(TenantId tenant, ModelVersion version) {
        this.tenant = tenant;
        this.version = version;
    }

    /** The number of the part to read next, from 0. */
    public int next() {
        return contents.size();
    }

    /** Whether all parts are there. */
    public boolean isComplete() {
        return count > 0 && contents.size() == count;
    }

    /**
     * Adds the part with the number {@link #next}.
     *
     * @param parts how many parts the row says there are
     * @param content kept, not copied
     */
    public void add(int parts, ByteBuffer content) {
        boolean fits = contents.isEmpty() ? parts > 0 && parts <= FoldInCodec.MAX_PARTS : parts == count;
        if (!fits || isComplete()) {
            throw new TandemException(
                    FailureKind.INTERNAL,
                    "Part %d of model %s of tenant %s says that there are %d parts, and the one before it %d. Run publish-recommendations again"
                            .formatted(next(), version, tenant, parts, count));
        }
        count = parts;
        contents.add(content);
    }

    /** The model. */
    public FoldInModel toModel() {
        if (!isComplete()) {
            throw new IllegalStateException("Part %d of %d is missing".formatted(next(), count));
        }
        FoldInModel model = FoldInModel.decode(contents);
        if (!model.tenant().equals(tenant) || !model.version().equals(version)) {
            throw new TandemException(
                    FailureKind.INTERNAL,
                    "What is stored as model %s of tenant %s is model %s of tenant %s. Run publish-recommendations again"
                            .formatted(version, tenant, model.version(), model.tenant()));
        }
        return model;
    }
}
