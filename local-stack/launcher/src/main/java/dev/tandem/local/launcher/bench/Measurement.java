package dev.tandem.local.launcher.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One way, measured once.
 *
 * @param way what was measured
 * @param round counted from 1
 * @param seconds how long it took
 * @param amount how much was done in that time
 * @param unit what the amount counts
 * @param more further numbers by name, such as {@code cpu_seconds} or {@code peak_mib}
 */
record Measurement(String way, int round, double seconds, double amount, String unit, Map<String, Double> more) {
    private static final String PREFIX = "measurement ";
    private static final Set<String> FIELDS = Set.of("way", "round", "seconds", "amount", "unit");
    private static final ObjectMapper JSON = new ObjectMapper();

    Measurement {
        more = Collections.unmodifiableMap(new TreeMap<>(more));
        if (!(seconds > 0)) {
            throw new TandemException(
                    FailureKind.INTERNAL,
                    "Measurement of '%s' took %s s; it must take some time".formatted(way, seconds));
        }
    }

    /** Reads a line {@code measurement {"way":…,"round":…,"seconds":…,"amount":…,"unit":…}}; empty for any other line. */
    static Optional<Measurement> parse(String line) {
        if (!line.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(line.substring(PREFIX.length()));
            Map<String, Double> more = new TreeMap<>();
            json.properties().stream()
                    .filter(field -> !FIELDS.contains(field.getKey()))
                    .forEach(field -> more.put(field.getKey(), field.getValue().doubleValue()));
            return Optional.of(new Measurement(
                    json.required("way").textValue(),
                    json.required("round").intValue(),
                    json.required("seconds").doubleValue(),
                    json.required("amount").doubleValue(),
                    json.required("unit").textValue(),
                    more));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new TandemException(FailureKind.INTERNAL, "Not a measurement: " + line, e);
        }
    }

    /** How much was done in a second. */
    double rate() {
        return amount / seconds;
    }

    /** For people: way, round, time and rate. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "round %-3d %-32s %9.3f s  %,14.0f %s/s", round, way, seconds, rate(), unit);
    }
}
