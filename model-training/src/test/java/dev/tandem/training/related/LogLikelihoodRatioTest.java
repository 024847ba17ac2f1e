package dev.tandem.training.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogLikelihoodRatioTest {
    @Test
    void agreesWithDunningsWorkedExample() {
        // "the swiss", first line of table 2: 110 together, 2,552 and 221 apart from one another, 31,777 words in all.
        assertThat(LogLikelihoodRatio.of(110, 110 + 2_442, 110 + 111, 110 + 2_442 + 111 + 29_114))
                .isCloseTo(270.72, within(0.01));
    }

    @Test
    void isTwiceAllTheInformationWhereOneThingTellsTheOther() {
        // Two halves that are known once one thing is: 2 × 100 × ln 2.
        assertThat(LogLikelihoodRatio.of(50, 50, 50, 100)).isCloseTo(200 * Math.log(2), within(1e-9));
    }

    @Test
    void isZeroWhereThingsAreIndependentOrAvoidEachOther() {
        assertThat(LogLikelihoodRatio.of(10, 50, 20, 100)).isZero();
        assertThat(LogLikelihoodRatio.of(1, 50, 20, 100)).isZero();
        assertThat(LogLikelihoodRatio.of(0, 50, 20, 100)).isZero();
    }

    @Test
    void growsWithTheEvidence() {
        assertThat(LogLikelihoodRatio.of(20, 60, 40, 2_000)).isGreaterThan(LogLikelihoodRatio.of(2, 6, 4, 200));
    }

    @Test
    void staysFiniteWhereEveryGroupHasBoth() {
        assertThat(LogLikelihoodRatio.of(7, 7, 7, 7)).isZero();
    }
}
