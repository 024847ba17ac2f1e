package dev.tandem.training.topn;

import static org.assertj.core.api.Assertions.assertThat;

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
    void thresholdIsTheFloorUntilTheSelectionIsFull() {
        Selection selection = new Selection(2, 0.5f, new int[0]);

        selection.offer(3, 0);
        float whileNotFull = selection.threshold();
        selection.offer(1, 1);

        assertThat(whileNotFull).isEqualTo(0.5f);
        assertThat(selection.threshold()).isEqualTo(1);
    }
}
