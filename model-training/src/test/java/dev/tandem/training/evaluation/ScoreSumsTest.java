package dev.tandem.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScoreSumsTest {
    private static final int[] BUYERS = {8, 4, 2, 1};
    private static final int USERS = 8;

    @Test
    void averagesOverUsers() {
        ScoreSums sums = new ScoreSums();

        sums.add(user(new int[] {}, new int[] {0}), Target.ALL, new int[] {0}, BUYERS, USERS);
        sums.add(user(new int[] {}, new int[] {1}), Target.ALL, new int[] {0}, BUYERS, USERS);

        Scores scores = sums.average(BUYERS.length);
        assertThat(scores.users()).isEqualTo(2);
        assertThat(scores.recallAt10()).isEqualTo(0.5);
        assertThat(scores.ndcgAt10()).isEqualTo(0.5);
        assertThat(scores.mapAt10()).isEqualTo(0.5);
        assertThat(scores.coverageAt10()).isEqualTo(0.25);
        assertThat(scores.listed()).isZero();
    }

    @Test
    void countsItemsThatNobodyHadBoughtAsMissed() {
        ScoreSums sums = new ScoreSums();

        sums.add(
                new HeldOutUser(0, new int[] {}, new float[] {}, new int[] {0}, 1),
                Target.NEW,
                new int[] {0},
                BUYERS,
                USERS);

        assertThat(sums.average(BUYERS.length).recallAt10()).isEqualTo(0.5);
    }

    @Test
    void leavesBoughtItemsOutOfTheNewTarget() {
        HeldOutUser user = user(new int[] {0}, new int[] {0, 1});
        ScoreSums news = new ScoreSums();
        ScoreSums all = new ScoreSums();

        news.add(user, Target.NEW, new int[] {1}, BUYERS, USERS);
        all.add(user, Target.ALL, new int[] {1}, BUYERS, USERS);

        assertThat(news.average(BUYERS.length).recallAt10()).isEqualTo(1);
        assertThat(all.average(BUYERS.length).recallAt10()).isEqualTo(0.5);
    }

    @Test
    void doesNotCountUsersWhoBoughtNothingNew() {
        ScoreSums sums = new ScoreSums();

        sums.add(user(new int[] {0}, new int[] {0}), Target.NEW, new int[] {1}, BUYERS, USERS);

        assertThat(sums.average(BUYERS.length).users()).isZero();
    }

    @Test
    void measuresNoveltyInBits() {
        ScoreSums sums = new ScoreSums();

        sums.add(user(new int[] {}, new int[] {0}), Target.ALL, new int[] {0, 3}, BUYERS, USERS);

        // Everybody has item 0: 0 bits; one in eight has item 3: 3 bits.
        assertThat(sums.average(BUYERS.length).noveltyAt10()).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void addsUpPartsAsIfTheyWereOne() {
        ScoreSums first = new ScoreSums();
        ScoreSums second = new ScoreSums();
        first.add(user(new int[] {}, new int[] {0}), Target.ALL, new int[] {0}, BUYERS, USERS);
        second.add(user(new int[] {}, new int[] {0}), Target.ALL, new int[] {1}, BUYERS, USERS);

        Scores scores = first.plus(second).average(BUYERS.length);

        assertThat(scores.users()).isEqualTo(2);
        assertThat(scores.recallAt10()).isEqualTo(0.5);
        assertThat(scores.coverageAt10()).isEqualTo(0.5);
    }

    private static HeldOutUser user(int[] bought, int[] next) {
        return new HeldOutUser(0, bought, new float[bought.length], next, 0);
    }
}
