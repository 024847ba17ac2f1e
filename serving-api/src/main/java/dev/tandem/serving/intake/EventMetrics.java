package dev.tandem.serving.intake;

import dev.tandem.core.event.EventRefusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What is counted of events: those taken, refused and not acknowledged, how long it took, and how many are under way. */
final class EventMetrics {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;
    private final Counter shed;

    EventMetrics(MeterRegistry registry, AtomicInteger inFlight) {
        this.registry = registry;
        this.shed = Counter.builder("tandem.events.shed")
                .description("Events refused because too many waited for the broker")
                .register(registry);
        Gauge.builder("tandem.events.in.flight", inFlight, AtomicInteger::get)
                .description("Events that wait for the broker's acknowledgement now")
                .register(registry);
    }

    void accepted(EventMessage event, Timer.Sample sent) {
        counter("tandem.events.accepted", "Events that the broker acknowledged", event)
                .increment();
        sent.stop(Timer.builder("tandem.events.acknowledgement")
                .description("Time from an event's being sent to its acknowledgement")
                .tag("type", event.type())
                .serviceLevelObjectives(BUCKETS)
                .register(registry));
    }

    void unacknowledged(EventMessage event) {
        counter("tandem.events.unacknowledged", "Events that the broker did not acknowledge in time", event)
                .increment();
    }

    void refused(String type, EventRefusal refusal) {
        Counter.builder("tandem.events.rejected")
                .description("Events refused for what is in them")
                .tags("type", type, "reason", refusal.reason().code())
                .register(registry)
                .increment();
    }

    void shed(int events) {
        shed.increment(events);
    }

    Timer.Sample begin() {
        return Timer.start(registry);
    }

    private Counter counter(String name, String description, EventMessage event) {
        return Counter.builder(name)
                .description(description)
                .tag("type", event.type())
                .register(registry);
    }
}
