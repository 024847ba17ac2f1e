package dev.tandem.training.recommender;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.time.Duration;
import java.util.Map;

/** Settings as the registry keeps them, read back by name. */
record StoredSettings(Map<String, Object> values) {
    double number(String name) {
        if (values.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw missing(name);
    }

    double number(String name, double otherwise) {
        return values.containsKey(name) ? number(name) : otherwise;
    }

    int integer(String name) {
        return (int) number(name);
    }

    long whole(String name) {
        return (long) number(name);
    }

    Duration duration(String name) {
        if (values.get(name) instanceof String duration) {
            return Duration.parse(duration);
        }
        throw missing(name);
    }

    Duration duration(String name, Duration otherwise) {
        return values.containsKey(name) ? duration(name) : otherwise;
    }

    private TandemException missing(String name) {
        return new TandemException(
                FailureKind.INTERNAL, "The registry's settings have no usable %s: %s".formatted(name, values));
    }
}
