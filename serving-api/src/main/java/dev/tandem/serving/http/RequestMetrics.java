package dev.tandem.serving.http;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How long answers took, by route and source, and how many there were, by route and status.
 *
 * <p>Routes are path templates and sources an enumeration, so that the number of series is bounded. What matches no route is
 * {@code unmatched}; what the server refuses before any route, such as a URI that is none, is not counted.
 */
public final class RequestMetrics {
    private static final String ROUTE = "tandem.route";
    private static final String SOURCE = "tandem.source";
    private static final double NANOS_PER_MILLISECOND = 1e6;
    private static final Duration[] BUCKETS = {
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500)
    };

    private final MeterRegistry registry;
    private final Route unmatched;

    public RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.unmatched = route("unmatched");
    }

    /** The series of one route. */
    public Route route(String path) {
        return new Route(path);
    }

    /** Notes the source that a request's answer came from. */
    public static void source(Context ctx, String source) {
        ctx.attribute(SOURCE, source);
    }

    /** Counts a request that has been answered. */
    public void answered(Context ctx, float milliseconds) {
        Route route = ctx.attribute(ROUTE);
        String source = ctx.attribute(SOURCE);
        (route == null ? unmatched : route).answered(source == null ? "" : source, ctx.statusCode(), (long)
                (milliseconds * NANOS_PER_MILLISECOND));
    }

    /** The series of one route, found once. */
    public final class Route {
        private final String path;
        private final Map<String, Timer> timers = new ConcurrentHashMap<>();
        private final Map<Integer, Counter> statuses = new ConcurrentHashMap<>();

        private Route(String path) {
            this.path = path;
        }

        /** Notes that a request is of this route. */
        public void begin(Context ctx) {
            ctx.attribute(ROUTE, this);
        }

        private void answered(String source, int status, long nanos) {
            timers.computeIfAbsent(source, this::timer).record(nanos, TimeUnit.NANOSECONDS);
            statuses.computeIfAbsent(status, this::counter).increment();
        }

        private Timer timer(String source) {
            return Timer.builder("tandem.request")
                    .description("Time to answer, from the request's being read to its answer's being written")
                    .tags("route", path, "source", source)
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry);
        }

        private Counter counter(int status) {
            return Counter.builder("tandem.answers")
                    .description("Answers given")
                    .tags("route", path, "status", Integer.toString(status))
                    .register(registry);
        }
    }
}
