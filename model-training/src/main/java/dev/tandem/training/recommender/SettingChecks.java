package dev.tandem.training.recommender;

import dev.tandem.core.failure.TandemException;
import java.time.Duration;

/** What settings of a model may be. */
final class SettingChecks {
    static final int MAX_RANK = 512;
    static final int MAX_ITERATIONS = 200;

    private SettingChecks() {}

    static void range(String field, int value, int max) {
        if (value < 1 || value > max) {
            throw TandemException.invalid(field, Integer.toString(value), "1 to " + max);
        }
    }

    static void positive(String field, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw TandemException.invalid(field, Double.toString(value), "a number greater than 0");
        }
    }

    static void notNegative(String field, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw TandemException.invalid(field, Double.toString(value), "0 or a greater number");
        }
    }

    static void share(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw TandemException.invalid(field, Double.toString(value), "0 to 1");
        }
    }

    static void positive(String field, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw TandemException.invalid(field, value.toString(), "a positive duration such as P60D");
        }
    }
}
