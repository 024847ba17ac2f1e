package dev.tandem.training.related;

import dev.tandem.core.topn.ItemFactors;
import dev.tandem.core.topn.TopItems;
import dev.tandem.core.topn.TopNKernel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How alike two items are by the model's factors and by who bought them:
 *
 * <pre>    c(i) c(j) × cosine of the factors  +  (1 - c(i) c(j)) × {@link CoPurchases co-purchase}      c = buyers² / (buyers² + 15²)</pre>
 *
 * <p>Factors see further than common buyers, but those of an item with few buyers say little, and their cosine may be
 * anything. Immutable; meant to be broadcast.
 */
public final class SimilarItems implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final float HALF_TRUSTED = 15;

    /** How many times the wanted number of candidates the factors propose. */
    private static final int CANDIDATES = 2;

    private final float[] trust;
    private final ItemFactors directions;
    private final ItemFactors trusted;

    private SimilarItems(float[] trust, ItemFactors directions, ItemFactors trusted) {
        this.trust = trust;
        this.directions = directions;
        this.trusted = trusted;
    }

    /**
     * Prepares the comparison.
     *
     * @param vectors each item's factors, by index; of zeros where the model does not know the item
     * @param buyers how many users bought each item, by index
     */
    public static SimilarItems of(List<float[]> vectors, long[] buyers) {
        int rank = vectors.isEmpty() ? 1 : vectors.get(0).length;
        float[] trust = new float[vectors.size()];
        float[] directions = new float[vectors.size() * rank];
        float[] trusted = new float[vectors.size() * rank];
        for (int item = 0; item < vectors.size(); item++) {
            trust[item] = trust(buyers[item]);
            float[] direction = unit(vectors.get(item));
            for (int c = 0; c < rank; c++) {
                directions[item * rank + c] = direction[c];
                trusted[item * rank + c] = direction[c] * trust[item];
            }
        }
        return new SimilarItems(trust, ItemFactors.of(directions, rank), ItemFactors.of(trusted, rank));
    }

    /**
     * An item.
     *
     * @param coPurchases the others that the same users bought, by index, and how alike that makes them
     */
    public record Item(int index, Map<Integer, Float> coPurchases) {
        public Item {
            coPurchases = Map.copyOf(coPurchases);
        }
    }

    /** Ranks items for blocks of items; not for use by several threads at once. */
    public Ranking ranking(int n) {
        return new Ranking(n);
    }

    /** See {@link #ranking}. */
    public final class Ranking {
        private final int n;
        private final TopNKernel kernel;

        private Ranking(int n) {
            this.n = n;
            this.kernel = new TopNKernel(trusted, CANDIDATES * n, 0);
        }

        /** For each item of a block the most similar others, never itself, only with a similarity above 0. */
        public List<TopItems> rank(List<Item> block) {
            int rank = directions.rank();
            float[] vectors = new float[block.size() * rank];
            List<int[]> itself = new ArrayList<>(block.size());
            for (int i = 0; i < block.size(); i++) {
                System.arraycopy(directions.vector(block.get(i).index()), 0, vectors, i * rank, rank);
                itself.add(new int[] {block.get(i).index()});
            }
            List<TopItems> byFactors = kernel.rank(vectors, itself);
            List<TopItems> ranked = new ArrayList<>(block.size());
            for (int i = 0; i < block.size(); i++) {
                ranked.add(blend(block.get(i), vectors, i * rank, byFactors.get(i)));
            }
            return ranked;
        }

        private TopItems blend(Item item, float[] vectors, int first, TopItems byFactors) {
            Set<Integer> candidates = new TreeSet<>(item.coPurchases().keySet());
            for (int place = 0; place < byFactors.size(); place++) {
                candidates.add(byFactors.item(place));
            }
            int[] others = candidates.stream().mapToInt(Integer::intValue).toArray();
            float[] similarities = new float[others.length];
            for (int i = 0; i < others.length; i++) {
                float bothTrusted = trust[item.index()] * trust[others[i]];
                similarities[i] = bothTrusted * directions.score(vectors, first, others[i])
                        + (1 - bothTrusted) * item.coPurchases().getOrDefault(others[i], 0f);
            }
            return TopItems.NONE.with(others, similarities, n, 0);
        }
    }

    private static float trust(long buyers) {
        float squared = (float) buyers * buyers;
        return squared / (squared + HALF_TRUSTED * HALF_TRUSTED);
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += (double) component * component;
        }
        float[] unit = new float[vector.length];
        for (int c = 0; c < vector.length && squares > 0; c++) {
            unit[c] = (float) (vector[c] / Math.sqrt(squares));
        }
        return unit;
    }
}
