package dev.tandem.core.foldin;

import dev.tandem.core.factors.FactorMatrix;
import dev.tandem.core.factors.RowObjective;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** The bytes of a {@link FoldInModel}. */
final class FoldInCodec {
    /*
     * All numbers are little-endian: mark, form, length of what follows the head, its checksum; then tenant, version, time
     * of the latest event, settings, number of items, rank, the items (id, name, category, listed or not), their biases,
     * and their vectors, item by item. A string is its length in UTF-8 bytes and these.
     *
     * A form is never changed: another layout gets another number, and readers come before writers.
     */
    private static final int MARK = 0x4d494654;
    private static final int FORM = 1;
    private static final int HEAD_BYTES = 4 * Integer.BYTES;

    /** Well below the mutation size that Cassandra takes, and small enough to be read beside other work. */
    static final int PART_BYTES = 512 * 1024;

    /** What is read is held in memory as one array. */
    static final int MAX_PARTS = 2_048;

    /** An item's least size: three lengths of strings, the flag, the bias. */
    private static final int LEAST_ITEM_BYTES = 3 * Integer.BYTES + 1 + Float.BYTES;

    private FoldInCodec() {}

    static List<ByteBuffer> encode(FoldInModel model) {
        ByteBuffer whole = allocate(size(model));
        whole.position(HEAD_BYTES);
        putBody(whole, model);
        whole.putInt(0, MARK)
                .putInt(Integer.BYTES, FORM)
                .putInt(2 * Integer.BYTES, whole.limit() - HEAD_BYTES)
                .putInt(3 * Integer.BYTES, checksum(whole));
        List<ByteBuffer> parts = new ArrayList<>();
        for (int from = 0; from < whole.limit(); from += PART_BYTES) {
            parts.add(whole.slice(from, Math.min(PART_BYTES, whole.limit() - from))
                    .asReadOnlyBuffer());
        }
        return parts;
    }

    static FoldInModel decode(List<ByteBuffer> parts) {
        ByteBuffer whole = join(parts);
        if (whole.limit() < HEAD_BYTES || whole.getInt() != MARK) {
            throw unusable("it does not begin as one");
        }
        int form = whole.getInt();
        if (form != FORM) {
            throw unusable("its form is %d, and this version of Tandem reads form %d".formatted(form, FORM));
        }
        int length = whole.getInt();
        if (length != whole.limit() - HEAD_BYTES) {
            throw unusable(
                    "%d bytes follow its head, and there should be %d".formatted(whole.limit() - HEAD_BYTES, length));
        }
        if (whole.getInt() != checksum(whole)) {
            throw unusable("its checksum is wrong");
        }
        try {
            return body(whole);
        } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException e) {
            throw new TandemException(FailureKind.INTERNAL, "A stored model contradicts itself: " + e.getMessage(), e);
        }
    }

    private static ByteBuffer allocate(long bytes) {
        if (bytes > (long) MAX_PARTS * PART_BYTES - 1) {
            throw TandemException.invalid(
                    "size of the model in bytes",
                    Long.toString(bytes),
                    "below %d; train with a smaller rank".formatted((long) MAX_PARTS * PART_BYTES));
        }
        return ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer join(List<ByteBuffer> parts) {
        long bytes = parts.stream().mapToLong(ByteBuffer::remaining).sum();
        ByteBuffer whole = allocate(bytes);
        parts.forEach(part -> whole.put(part.duplicate()));
        return whole.flip();
    }

    private static int checksum(ByteBuffer whole) {
        CRC32C checksum = new CRC32C();
        checksum.update(whole.slice(HEAD_BYTES, whole.limit() - HEAD_BYTES));
        return (int) checksum.getValue();
    }

    private static long size(FoldInModel model) {
        long bytes = (long) HEAD_BYTES
                + size(model.tenant().value())
                + size(model.version().value())
                + size(model.eventsUntil().toString())
                + size(model.settings().halfLife().toString())
                + 9 * Double.BYTES
                + 2 * Integer.BYTES;
        for (FoldInItem item : model.items()) {
            bytes += size(item.id()) + size(item.name()) + size(item.category()) + 1;
        }
        return bytes + (long) Float.BYTES * model.items().size() * (model.rank() + 1);
    }

    private static int size(String text) {
        return Integer.BYTES + text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void putBody(ByteBuffer out, FoldInModel model) {
        put(out, model.tenant().value());
        put(out, model.version().value());
        put(out, model.eventsUntil().toString());
        putSettings(out, model.settings());
        out.putInt(model.items().size()).putInt(model.rank());
        for (FoldInItem item : model.items()) {
            put(out, item.id());
            put(out, item.name());
            put(out, item.category());
            out.put((byte) (item.isListed() ? 1 : 0));
        }
        for (int item = 0; item < model.items().size(); item++) {
            out.putFloat(model.bias(item));
        }
        for (int item = 0; item < model.items().size(); item++) {
            for (int component = 0; component < model.rank(); component++) {
                out.putFloat(model.vectors().value(item, component));
            }
        }
    }

    private static void putSettings(ByteBuffer out, FoldInSettings settings) {
        RowObjective objective = settings.objective();
        out.putDouble(objective.strengthWeight())
                .putDouble(objective.preferenceOffset())
                .putDouble(objective.unobservedWeight())
                .putDouble(objective.regularisation())
                .putDouble(objective.missingWeight())
                .putDouble(objective.exponent())
                .putDouble(settings.viewWeight())
                .putDouble(settings.popularityWeight())
                .putDouble(settings.historyWeight());
        put(out, settings.halfLife().toString());
    }

    private static FoldInModel body(ByteBuffer in) {
        TenantId tenant = new TenantId(text(in));
        ModelVersion version = new ModelVersion(text(in));
        Instant eventsUntil = Instant.parse(text(in));
        FoldInSettings settings = settings(in);
        int count = in.getInt();
        int rank = in.getInt();
        if (count < 0 || rank < 1 || (long) count * (LEAST_ITEM_BYTES + (long) Float.BYTES * rank) > in.remaining()) {
            throw new IllegalArgumentException(
                    "%d items of rank %d do not fit into %d bytes".formatted(count, rank, in.remaining()));
        }
        List<FoldInItem> items = new ArrayList<>(count);
        for (int item = 0; item < count; item++) {
            items.add(new FoldInItem(text(in), text(in), text(in), in.get() != 0));
        }
        FoldInModel model = new FoldInModel(
                tenant,
                version,
                eventsUntil,
                settings,
                items,
                new FactorMatrix(rank, floatsFrom(in, in.position() + count * Float.BYTES, count * rank)),
                floatsFrom(in, in.position(), count));
        int end = in.position() + count * Float.BYTES * (rank + 1);
        if (end != in.limit()) {
            throw new IllegalArgumentException("%d bytes follow its last vector".formatted(in.limit() - end));
        }
        return model;
    }

    private static FoldInSettings settings(ByteBuffer in) {
        RowObjective objective = new RowObjective(
                in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble());
        double viewWeight = in.getDouble();
        double popularityWeight = in.getDouble();
        double historyWeight = in.getDouble();
        return new FoldInSettings(objective, viewWeight, Duration.parse(text(in)), popularityWeight, historyWeight);
    }

    private static float[] floatsFrom(ByteBuffer in, int position, int count) {
        if ((long) count * Float.BYTES > in.limit() - position) {
            throw new BufferUnderflowException();
        }
        float[] floats = new float[count];
        in.slice(position, count * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(floats);
        return floats;
    }

    private static void put(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putInt(bytes.length).put(bytes);
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException(
                    "A text of %d bytes does not fit into %d".formatted(length, in.remaining()));
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static TandemException unusable(String why) {
        return new TandemException(
                FailureKind.INTERNAL,
                "What is stored is no fold-in model: %s. Run publish-recommendations again".formatted(why));
    }
}
