package dev.tandem.core.foldin;

import dev.tandem.core.factors.FactorMatrix;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.topn.ItemFactors;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A published model in the form that makes lists without Spark: the items with their vectors, and how a user's vector is
 * solved from them. Immutable, and safe for use by several threads; {@link FoldIn} and {@link LiveRanker}, which work with
 * it, are not.
 *
 * <p>Memory: some 9 bytes a component of an item, and the items' names.
 */
public final class FoldInModel {
    private final TenantId tenant;
    private final ModelVersion version;
    private final Instant eventsUntil;
    private final FoldInSettings settings;
    private final List<FoldInItem> items;
    private final FactorMatrix vectors;
    private final float[] bias;
    private final double[][] gram;
    private final Map<String, Integer> indices = new HashMap<>();
    private final int[] listed;
    private final int[] listedPlaces;
    private final ItemFactors ranked;

    /**
     * @param eventsUntil the time of the latest event that the model learnt from
     * @param items all that the model knows, in the order of its indices; of equal scores the earlier ranks first
     * @param vectors a row an item, without bias
     * @param bias an item's recent popularity, by index
     */
    public FoldInModel(
            TenantId tenant,
            ModelVersion version,
            Instant eventsUntil,
            FoldInSettings settings,
            List<FoldInItem> items,
            FactorMatrix vectors,
            float[] bias) {
        if (vectors.rows() != items.size() || bias.length != items.size()) {
            throw new IllegalArgumentException(
                    "%d items have %d vectors and %d biases".formatted(items.size(), vectors.rows(), bias.length));
        }
        this.tenant = tenant;
        this.version = version;
        this.eventsUntil = eventsUntil;
        this.settings = settings;
        this.items = List.copyOf(items);
        this.vectors = vectors;
        this.bias = bias.clone();
        this.gram = vectors.gram();
        for (int index = 0; index < items.size(); index++) {
            if (indices.put(items.get(index).id(), index) != null) {
                throw new IllegalArgumentException(
                        "Two items have the id " + items.get(index).id());
            }
        }
        this.listed = IntStream.range(0, items.size())
                .filter(index -> items.get(index).isListed())
                .toArray();
        this.listedPlaces = new int[items.size()];
        Arrays.fill(listedPlaces, -1);
        for (int place = 0; place < listed.length; place++) {
            listedPlaces[listed[place]] = place;
        }
        this.ranked = layOut();
    }

    public TenantId tenant() {
        return tenant;
    }

    public ModelVersion version() {
        return version;
    }

    /** The time of the latest event that the model learnt from. */
    public Instant eventsUntil() {
        return eventsUntil;
    }

    public FoldInSettings settings() {
        return settings;
    }

    /** All items that the model knows, those that are not listed too. */
    public List<FoldInItem> items() {
        return items;
    }

    /** Whether the model knows an item. */
    public boolean knows(String itemId) {
        return indices.containsKey(itemId);
    }

    /** What the model knows of an item; empty where that is nothing. */
    public Optional<FoldInItem> item(String itemId) {
        return Optional.ofNullable(indices.get(itemId)).map(items::get);
    }

    /**
     * The stored form, cut into parts of 512 KiB and one that may be shorter.
     *
     * @see FoldInParts
     */
    public List<ByteBuffer> encode() {
        return FoldInCodec.encode(this);
    }

    /** Reads the stored form; an INTERNAL failure says what is wrong with parts that are not of one model. */
    public static FoldInModel decode(List<ByteBuffer> parts) {
        return FoldInCodec.decode(parts);
    }

    /** Number of components of an item's vector, without its bias. */
    int rank() {
        return vectors.rank();
    }

    FactorMatrix vectors() {
        return vectors;
    }

    float bias(int index) {
        return bias[index];
    }

    double[][] gram() {
        return gram;
    }

    OptionalInt index(String itemId) {
        Integer index = indices.get(itemId);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** The items that may be listed, laid out for ranking, their bias being the last component. */
    ItemFactors ranked() {
        return ranked;
    }

    /** The item at a number of {@link #ranked}. */
    FoldInItem rankedItem(int number) {
        return items.get(listed[number]);
    }

    /** The number in {@link #ranked} of the item with an index; -1 where it is not listed. */
    int rankedNumber(int index) {
        return listedPlaces[index];
    }

    private ItemFactors layOut() {
        int rank = vectors.rank() + 1;
        float[] components = new float[listed.length * rank];
        for (int place = 0; place < listed.length; place++) {
            vectors.copyRow(listed[place], components, place * rank);
            components[place * rank + rank - 1] = bias[listed[place]];
        }
        return ItemFactors.of(components, rank);
    }
}
