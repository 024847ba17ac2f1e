package dev.tandem.serving.intake;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What an API without a Kafka has: every event fails. */
public final class ClosedEventLog implements EventLog {
    @Override
    public EventLimits limits() {
        return new EventLimits(Duration.ofSeconds(1), EventBody.MAX_EVENTS);
    }

    @Override
    public List<CompletableFuture<Void>> append(List<EventMessage> events) {
        return events.stream()
                .map(event -> CompletableFuture.<Void>failedFuture(
                        new TandemException(FailureKind.DEPENDENCY, "There is no Kafka")))
                .toList();
    }
}
