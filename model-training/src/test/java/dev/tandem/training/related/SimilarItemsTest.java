package dev.tandem.training.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.core.topn.TopItems;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimilarItemsTest {
    private static final float[] EAST = {1, 0};
    private static final float[] FAR_EAST = {5, 0};
    private static final float[] NORTH_EAST = {2, 2};
    private static final float[] WEST = {-1, 0};
    private static final float[] NOWHERE = {0, 0};
    private static final long MANY = 1_000_000;

    @Test
    void ofItemsWithManyBuyersTheFactorsDecideByTheirDirection() {
        SimilarItems items = SimilarItems.of(List.of(EAST, FAR_EAST, NORTH_EAST, WEST), buyers(MANY, 4));

        TopItems similar = rank(items, 10, new SimilarItems.Item(0, Map.of()));

        assertThat(indices(similar)).containsExactly(1, 2);
        assertThat(similar.score(0)).isCloseTo(1, within(1e-4f));
        assertThat(similar.score(1)).isCloseTo((float) Math.sqrt(0.5), within(1e-4f));
    }

    @Test
    void ofItemsWithFewBuyersTheCommonBuyersDecide() {
        SimilarItems items = SimilarItems.of(List.of(EAST, FAR_EAST, NORTH_EAST, WEST), buyers(1, 4));

        TopItems similar = rank(items, 10, new SimilarItems.Item(0, Map.of(3, 0.5f)));

        assertThat(indices(similar)).containsExactly(3, 1, 2);
        assertThat(similar.score(0)).isCloseTo(0.5f, within(1e-4f));
    }

    @Test
    void anItemThatTheModelDoesNotKnowHasThoseOfItsBuyers() {
        SimilarItems items = SimilarItems.of(List.of(NOWHERE, EAST, WEST), buyers(20, 3));

        TopItems similar = rank(items, 10, new SimilarItems.Item(0, Map.of(2, 0.4f)));

        assertThat(indices(similar)).containsExactly(2);
    }

    @Test
    void anItemIsNeverSimilarToItself() {
        SimilarItems items = SimilarItems.of(List.of(EAST, EAST), buyers(MANY, 2));

        assertThat(indices(rank(items, 10, new SimilarItems.Item(1, Map.of())))).containsExactly(0);
    }

    @Test
    void listsAreCutToTheirLength() {
        SimilarItems items = SimilarItems.of(List.of(EAST, FAR_EAST, NORTH_EAST, EAST), buyers(MANY, 4));

        assertThat(indices(rank(items, 1, new SimilarItems.Item(0, Map.of(2, 0.1f)))))
                .containsExactly(1);
    }

    private static TopItems rank(SimilarItems items, int n, SimilarItems.Item item) {
        return items.ranking(n).rank(List.of(item)).get(0);
    }

    private static int[] indices(TopItems top) {
        return IntStream.range(0, top.size()).map(top::item).toArray();
    }

    private static long[] buyers(long each, int items) {
        return IntStream.range(0, items).mapToLong(item -> each).toArray();
    }
}
