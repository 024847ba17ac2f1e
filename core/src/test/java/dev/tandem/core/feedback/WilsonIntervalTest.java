package dev.tandem.core.feedback;

import static dev.tandem.core.feedback.WilsonInterval.lowerBound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {
    /* R. G. Newcombe: Two-sided confidence intervals for the single proportion. Statistics in Medicine 17 (1998), table I. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553", "15, 148, 0.0624", "0, 20, 0.0000", "1, 29, 0.0061"})
    void isThatOfTheLiterature(long counted, long seen, double bound) {
        assertThat(lowerBound(counted, seen)).isCloseTo(bound, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({"5, 5, 0.5655", "5, 6, 0.4365", "7, 8, 0.5291", "50, 60, 0.7197"})
    void fewMustAgreeMoreThanMany(long counted, long seen, double bound) {
        assertThat(lowerBound(counted, seen)).isCloseTo(bound, within(0.00005));
    }

    @Test
    void comesNearToTheShareTheMoreAreSeen() {
        assertThat(lowerBound(60, 100)).isBetween(lowerBound(6, 10), lowerBound(600, 1000));
        assertThat(lowerBound(600_000, 1_000_000)).isCloseTo(0.6, within(0.001));
    }

    @Test
    void isZeroWhereNothingWasSeen() {
        assertThat(lowerBound(0, 0)).isZero();
    }

    @Test
    void moreThanWereSeenCannotCount() {
        assertThatThrownBy(() -> lowerBound(3, 2)).hasMessage("3 of 2 cannot be");
    }
}
