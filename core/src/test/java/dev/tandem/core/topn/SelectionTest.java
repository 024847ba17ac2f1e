package dev.tandem.core.topn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void keysGiveBackScoreAndItem() {
        float[] scores = {
            0,
            1.5f,
            -1.5f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            Float.POSITIVE_INFINITY
        };

        for (float score : scores) {
            long key = Selection.key(score, 123_456);

            assertThat(Selection.score(key)).isEqualTo(score);
            assertThat(Selection.item(key)).isEqualTo(123_456);
        }
    }

    @Test
    void keysOrderByScoreThenByLowerItem() {
        assertThat(Selection.key(2, 9)).isGreaterThan(Selection.key(1, 0));
        assertThat(Selection.key(-1, 9)).isGreaterThan(Selection.key(-2, 0));
        assertThat(Selection.key(0.1f, 9)).isGreaterThan(Selection.key(-0.1f, 0));
        assertThat(Selection.key(1, 3)).isGreaterThan(Selection.key(1, 4));
        assertThat(Selection.key(-0.0f, 3)).isGreaterThan(Selection.key(0, 4));
    }

    @Test
    void keepsTheBestInWhateverOrderTheyAreOffered() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int n = 1 + random.nextInt(100);
            List<Long> keys = new ArrayList<>();
            for (int item = 0; item < 1_000; item++) {
                keys.add(Selection.key(random.nextInt(40), item));
            }
            Collections.shuffle(keys, random);
            Selection selection = new Selection(n, -1, new int[0], Double.NaN);

            keys.forEach(key -> selection.offer(Selection.score(key), Selection.item(key)));

            keys.sort(Comparator.reverseOrder());
            TopItems ranked = selection.ranked();
            assertThat(ranked.size()).isEqualTo(n);
            for (int place = 0; place < n; place++) {
                assertThat(Selection.key(ranked.score(place), ranked.item(place)))
                        .isEqualTo(keys.get(place));
            }
        }
    }

    @Test
    void thresholdIsTheFloorUntilThereIsNoRoomLeft() {
        Selection selection = new Selection(2, 0.5f, new int[0], Double.NaN);

        selection.offer(3, 0);
        float withRoom = selection.threshold();
        for (int item = 1; item < 100; item++) {
            selection.offer(item, item);
        }

        assertThat(withRoom).isEqualTo(0.5f);
        assertThat(selection.threshold()).isBetween(60f, 98f);
    }

    @Test
    void isClosedToItemsThatCannotReachTheThreshold() {
        Selection selection = new Selection(1, 1, new int[0], 2);

        assertThat(selection.isClosedTo(0.49f)).isTrue();
        assertThat(selection.isClosedTo(0.5f)).isFalse();
        assertThat(selection.isClosedTo(Float.POSITIVE_INFINITY)).isFalse();
    }

    @Test
    void isNeverClosedForAUserOfUnknownReach() {
        assertThat(new Selection(1, 1, new int[0], Double.NaN).isClosedTo(0)).isFalse();
        assertThat(new Selection(1, 1, new int[0], Double.POSITIVE_INFINITY).isClosedTo(0))
                .isFalse();
    }
}
