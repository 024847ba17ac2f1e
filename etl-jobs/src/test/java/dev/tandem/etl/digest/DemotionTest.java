package dev.tandem.etl.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemotionTest {
    private final Demotion demotion = new Demotion(5, 0.5);

    @Test
    void isDueWhereMostAreSurelyUnhappy() {
        assertThat(demotion.isDue(5, 5)).isTrue();
        assertThat(demotion.isDue(8, 7)).isTrue();
        assertThat(demotion.isDue(60, 50)).isTrue();
    }

    @Test
    void isNotDueWhereItMayBeChance() {
        assertThat(demotion.isDue(6, 5)).isFalse();
        assertThat(demotion.isDue(10, 6)).isFalse();
        assertThat(demotion.isDue(100, 50)).isFalse();
    }

    @Test
    void isNotDueOfTooFewRatings() {
        assertThat(new Demotion(6, 0.5).isDue(5, 5)).isFalse();
        assertThat(new Demotion(1, 0.5).isDue(4, 4)).isTrue();
    }

    @Test
    void isNeverDueWhereAllMayBeCritical() {
        assertThat(new Demotion(1, 1).isDue(1_000_000, 1_000_000)).isFalse();
    }
}
