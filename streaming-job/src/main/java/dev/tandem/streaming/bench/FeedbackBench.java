package dev.tandem.streaming.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.Settings;
import dev.tandem.streaming.query.Tuning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long a critical feedback waits for its offer while views flow beside it, with Spark's own settings and with
 * Tandem's, and what the application costs while nothing flows. Prints one line {@code measurement {…}} for each way and
 * round.
 */
public final class FeedbackBench {
    private static final Map<Tuning, String> WAYS =
            Map.of(Tuning.SPARK, "Spark's defaults", Tuning.TANDEM, "critical-feedback");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double NANOS = 1e9;

    private final FeedbackBenchSettings settings;
    private final EventTraffic traffic;
    private final String tenant;
    private final Path folder;

    private FeedbackBench(FeedbackBenchSettings settings, EventTraffic traffic, String tenant, Path folder) {
        this.settings = settings;
        this.traffic = traffic;
        this.tenant = tenant;
        this.folder = folder;
    }

    public static void main(String[] args) throws InterruptedException, IOException {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> args) throws InterruptedException, IOException {
        try {
            Optional<FeedbackBenchSettings> settings =
                    Settings.read("bench feedback", new FeedbackBenchOptions(), args, System.getenv());
            if (settings.isPresent()) {
                run(settings.get());
            } else {
                System.out.print(Settings.help("bench feedback", new FeedbackBenchOptions()));
            }
            return 0;
        } catch (TandemException e) {
            System.err.println(e.getMessage());
            return e.kind().exitCode();
        }
    }

    private static void run(FeedbackBenchSettings settings) throws InterruptedException, IOException {
        BenchShop.requireNoStreamingJob(settings.shared());
        try (BenchShop shop = BenchShop.open(settings.cassandra(), settings.postgres());
                EventTraffic traffic = new EventTraffic(settings.kafka(), shop.tenant())) {
            Path folder = Files.createTempDirectory("bench-feedback");
            FeedbackBench bench = new FeedbackBench(settings, traffic, shop.tenant(), folder);
            for (int round = 1; round <= settings.rounds(); round++) {
                bench.measure(Tuning.SPARK, round);
                bench.measure(Tuning.TANDEM, round);
            }
        }
    }

    private void measure(Tuning tuning, int round) throws InterruptedException, IOException {
        Path checkpoints = Files.createTempDirectory(folder, "checkpoints");
        try (StreamUnderTest stream = StreamUnderTest.start(settings, tuning, checkpoints);
                OfferTimes times = OfferTimes.begin(settings.kafka(), tenant)) {
            long sent = traffic.flow(settings.warmUp(), settings.viewRate(), settings.feedbackRate());
            await(times, sent, tuning);
            Duration cpu = stream.cpu();
            long begun = System.nanoTime();
            TimeUnit.MILLISECONDS.sleep(settings.idle().toMillis());
            double idle = seconds(stream.cpu().minus(cpu)) / ((System.nanoTime() - begun) / NANOS);
            times.reset();
            cpu = stream.cpu();
            begun = System.nanoTime();
            sent = traffic.flow(settings.time(), settings.viewRate(), settings.feedbackRate());
            await(times, sent, tuning);
            double took = (System.nanoTime() - begun) / NANOS;
            print(
                    tuning,
                    round,
                    took,
                    times.sorted(),
                    idle,
                    seconds(stream.cpu().minus(cpu)) / took);
        }
    }

    private static void await(OfferTimes times, long sent, Tuning tuning) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (times.count() < sent) {
            if (System.nanoTime() - until > 0) {
                throw new TandemException(
                        FailureKind.DEPENDENCY,
                        "%s: %d of %d critical feedback have their offer after %d s"
                                .formatted(WAYS.get(tuning), times.count(), sent, PATIENCE.toSeconds()));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static void print(Tuning tuning, int round, double took, List<Long> millis, double idle, double busy) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("way", WAYS.get(tuning)).put("round", round).put("seconds", took);
        json.put("amount", millis.size()).put("unit", "offers");
        json.put("p50_ms", quantile(millis, 0.5));
        json.put("p95_ms", quantile(millis, 0.95));
        json.put("p99_ms", quantile(millis, 0.99));
        json.put("idle_cpu", idle).put("busy_cpu", busy);
        System.out.println("measurement " + json);
    }

    private static long quantile(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1.0, Math.floor(share * sorted.size())));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS;
    }
}
