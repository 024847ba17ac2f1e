package dev.tandem.local.launcher.bench;

import dev.tandem.core.failure.TandemException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The benchmarks. Each is a main of the module whose work it measures; it prints one {@link Measurement} line for each way
 * and round, and takes the ways in turn within a round, so that what else the machine does meets all of them alike.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists cannot be changed
public enum Benchmark {
    SYNC(
            "sync",
            "etl-jobs",
            "dev.tandem.etl.bench.SyncBench",
            List.of("connector defaults", "plain driver"),
            "order lines from PostgreSQL to Cassandra"),
    LOOKUP(
            "lookup",
            "serving-api",
            "dev.tandem.serving.bench.LookupBench",
            List.of("bare handler", "from Cassandra"),
            "recommendations from Cassandra and from memory, beside a handler that looks nothing up"),
    TOP_N(
            "top-n",
            "model-training",
            "dev.tandem.training.bench.TopNBench",
            List.of("recommendForAllUsers", "recommendForAllUsers, best block"),
            "all items ranked for all users, beside MLlib's way"),
    FEEDBACK(
            "feedback",
            "streaming-job",
            "dev.tandem.streaming.bench.FeedbackBench",
            List.of("Spark's defaults"),
            "time from a bad rating to its offer with views beside it, and Spark's own settings");

    private final String id;
    private final String module;
    private final String mainClass;
    private final List<String> yardsticks;
    private final String summary;

    Benchmark(String id, String module, String mainClass, List<String> yardsticks, String summary) {
        this.id = id;
        this.module = module;
        this.mainClass = mainClass;
        this.yardsticks = yardsticks;
        this.summary = summary;
    }

    /** The benchmark of this id, or an INPUT failure that lists them. */
    static Benchmark of(String id) {
        return Arrays.stream(values())
                .filter(benchmark -> benchmark.id.equals(id))
                .findFirst()
                .orElseThrow(() -> TandemException.invalid(
                        "benchmark",
                        id,
                        Arrays.stream(values()).map(Benchmark::id).collect(Collectors.joining(", "))));
    }

    public String id() {
        return id;
    }

    /** The module that the benchmark's process is started from. */
    public String module() {
        return module;
    }

    public String mainClass() {
        return mainClass;
    }

    /** The ways that the others are compared with. */
    List<String> yardsticks() {
        return yardsticks;
    }

    /** What is compared, in a few words. */
    String summary() {
        return summary;
    }
}
