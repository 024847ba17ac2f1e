package dev.tandem.serving.event;

import dev.tandem.serving.event.EventKinds.Reading;
import dev.tandem.serving.http.ErrorAnswer;
import dev.tandem.serving.http.ErrorCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The way of events to their log, bounded in how many are on it. */
final class EventIntake {
    // The log settles its events itself, on a clock that ticks now and then.
    private static final Duration GRACE = Duration.ofMillis(500);

    private final EventLog log;
    private final int maxInFlight;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final EventMetrics metrics;

    EventIntake(EventLog log, MeterRegistry registry) {
        this.log = log;
        this.maxInFlight = log.limits().maxInFlight();
        this.metrics = new EventMetrics(registry, inFlight);
    }

    /** After what time at the latest it is known what became of events. */
    Duration patience() {
        return log.limits().patience().plus(GRACE);
    }

    /** Sends the events that are some, all of them or, where too many are under way, none; says what became of each. */
    CompletionStage<List<EventOutcome>> take(List<Reading> readings) {
        List<EventMessage> events = readings.stream()
                .filter(Reading.Event.class::isInstance)
                .map(reading -> ((Reading.Event) reading).message())
                .toList();
        if (inFlight.addAndGet(events.size()) > maxInFlight) {
            inFlight.addAndGet(-events.size());
            metrics.shed(events.size());
            return CompletableFuture.failedStage(tooMany());
        }
        List<CompletableFuture<Void>> sent = send(events);
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                .copy()
                .completeOnTimeout(null, patience().toMillis(), TimeUnit.MILLISECONDS)
                .handle((all, failure) -> outcomes(readings, sent));
    }

    private List<CompletableFuture<Void>> send(List<EventMessage> events) {
        Timer.Sample begin = metrics.begin();
        List<CompletableFuture<Void>> sent = log.append(events);
        return IntStream.range(0, events.size())
                .mapToObj(i -> sent.get(i).whenComplete((stored, failure) -> settled(events.get(i), failure, begin)))
                .toList();
    }

    private void settled(EventMessage event, @Nullable Throwable failure, Timer.Sample begin) {
        inFlight.decrementAndGet();
        if (failure == null) {
            metrics.accepted(event, begin);
        } else {
            metrics.unacknowledged(event);
        }
    }

    private List<EventOutcome> outcomes(List<Reading> readings, List<CompletableFuture<Void>> sent) {
        List<EventOutcome> outcomes = new ArrayList<>(readings.size());
        Iterator<CompletableFuture<Void>> next = sent.iterator();
        for (Reading reading : readings) {
            if (reading instanceof Reading.Event event) {
                outcomes.add(outcome(event.message(), next.next()));
            } else if (reading instanceof Reading.Refused refused) {
                metrics.refused(refused.type(), refused.refusal());
                outcomes.add(new EventOutcome.Rejected(refused.refusal()));
            }
        }
        return outcomes;
    }

    private static EventOutcome outcome(EventMessage event, CompletableFuture<Void> sent) {
        return sent.isDone() && !sent.isCompletedExceptionally()
                ? new EventOutcome.Accepted(event)
                : new EventOutcome.Unacknowledged(event);
    }

    private ErrorAnswer tooMany() {
        return ErrorAnswer.of(
                        ErrorCode.TOO_MANY_EVENTS,
                        "Too many events wait for the broker, and none of these was taken; send them again in a second, or"
                                + " fewer at a time")
                .with("allowed", maxInFlight + " events in flight");
    }
}
