package dev.tandem.serving.intake;

import dev.tandem.core.event.EventRefusal;
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

/** The way of events to their log, bounded in how many are on it. All endpoints that take events share one. */
public final class EventIntake {
    // The log settles its events itself, on a clock that ticks now and then.
    private static final Duration GRACE = Duration.ofMillis(500);

    private final EventLog log;
    private final int maxInFlight;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final EventMetrics metrics;

    public EventIntake(EventLog log, MeterRegistry registry) {
        this.log = log;
        this.maxInFlight = log.limits().maxInFlight();
        this.metrics = new EventMetrics(registry, inFlight);
    }

    /** After what time at the latest it is known what became of events. */
    public Duration patience() {
        return log.limits().patience().plus(GRACE);
    }

    /** Sends what there is to send, all of it or, where too much is under way, nothing; says what became of each. */
    public CompletionStage<List<EventOutcome>> take(List<Reading> readings) {
        List<Reading> sending = readings.stream()
                .filter(reading -> reading.message().isPresent())
                .toList();
        if (inFlight.addAndGet(sending.size()) > maxInFlight) {
            inFlight.addAndGet(-sending.size());
            metrics.shed(sending.size());
            return CompletableFuture.failedStage(tooMany());
        }
        List<CompletableFuture<Void>> sent = send(sending);
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                .copy()
                .completeOnTimeout(null, patience().toMillis(), TimeUnit.MILLISECONDS)
                .handle((all, failure) -> outcomes(readings, sent));
    }

    private List<CompletableFuture<Void>> send(List<Reading> sending) {
        Timer.Sample begin = metrics.begin();
        List<CompletableFuture<Void>> sent = log.append(
                sending.stream().flatMap(reading -> reading.message().stream()).toList());
        return IntStream.range(0, sending.size())
                .mapToObj(i -> sent.get(i).whenComplete((stored, failure) -> settled(sending.get(i), failure, begin)))
                .toList();
    }

    private void settled(Reading reading, @Nullable Throwable failure, Timer.Sample begin) {
        inFlight.decrementAndGet();
        if (failure != null) {
            reading.message().ifPresent(metrics::unacknowledged);
        } else if (reading instanceof Reading.Event taken) {
            metrics.accepted(taken.event(), begin);
        }
    }

    private List<EventOutcome> outcomes(List<Reading> readings, List<CompletableFuture<Void>> sent) {
        List<EventOutcome> outcomes = new ArrayList<>(readings.size());
        Iterator<CompletableFuture<Void>> next = sent.iterator();
        for (Reading reading : readings) {
            if (reading instanceof Reading.Event taken) {
                outcomes.add(
                        isStored(next.next())
                                ? new EventOutcome.Accepted(taken.event())
                                : new EventOutcome.Unacknowledged(taken.event()));
            } else if (reading instanceof Reading.Kept refused) {
                outcomes.add(
                        isStored(next.next())
                                ? rejected(refused.kept().type(), refused.refusal())
                                : new EventOutcome.Unacknowledged(refused.kept()));
            } else if (reading instanceof Reading.Refused refused) {
                outcomes.add(rejected(refused.type(), refused.refusal()));
            }
        }
        return outcomes;
    }

    private static boolean isStored(CompletableFuture<Void> sent) {
        return sent.isDone() && !sent.isCompletedExceptionally();
    }

    private EventOutcome rejected(String type, EventRefusal refusal) {
        metrics.refused(type, refusal);
        return new EventOutcome.Rejected(refusal);
    }

    private ErrorAnswer tooMany() {
        return ErrorAnswer.of(
                        ErrorCode.TOO_MANY_EVENTS,
                        "Too many events wait for the broker, and none of these was taken; send them again in a second, or"
                                + " fewer at a time")
                .with("allowed", maxInFlight + " events in flight");
    }
}
