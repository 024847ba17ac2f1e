package dev.tandem.local.launcher.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A benchmark's run as it is kept: what was asked for, where, and everything that was measured.
 *
 * @param arguments what the benchmark was given
 * @param cores of the machine
 * @param java the version of the JVM
 * @param medians by way
 */
record BenchReport(
        String benchmark,
        List<String> arguments,
        String startedAt,
        int cores,
        String java,
        List<String> yardsticks,
        Map<String, Comparison.Way> medians,
        List<Measurement> measurements) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT);

    static BenchReport of(
            Benchmark benchmark, List<String> arguments, Instant startedAt, List<Measurement> measurements) {
        Comparison comparison = Comparison.of(benchmark.yardsticks(), measurements);
        return new BenchReport(
                benchmark.id(),
                arguments,
                startedAt.toString(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                comparison.yardsticks(),
                comparison.ways(),
                measurements);
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, json() + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TandemException(FailureKind.CONFIGURATION, "Cannot write " + file + ": " + e, e);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new TandemException(FailureKind.INTERNAL, "Cannot write the report of " + benchmark, e);
        }
    }
}
