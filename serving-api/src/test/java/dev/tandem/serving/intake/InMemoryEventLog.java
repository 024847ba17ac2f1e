package dev.tandem.serving.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Events in memory, and a broker that can lose some, or fall silent. */
public final class InMemoryEventLog implements EventLog {
    private final List<EventMessage> events = new ArrayList<>();
    private final List<CompletableFuture<Void>> silent = new ArrayList<>();
    private Predicate<EventMessage> isLost = event -> false;
    private boolean isSilent;

    @Override
    public EventLimits limits() {
        return new EventLimits(Duration.ofMillis(300), 1_000);
    }

    @Override
    public synchronized List<CompletableFuture<Void>> append(List<EventMessage> batch) {
        return batch.stream().map(this::append).toList();
    }

    private CompletableFuture<Void> append(EventMessage event) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        if (isSilent) {
            silent.add(sent);
        } else if (isLost.test(event)) {
            sent.completeExceptionally(new IllegalStateException("lost"));
        } else {
            events.add(event);
            sent.complete(null);
        }
        return sent;
    }

    /** What was taken, in its order. */
    public synchronized List<EventMessage> events() {
        return List.copyOf(events);
    }

    /** The messages that were taken, in their order. */
    public synchronized List<String> messages() {
        return events.stream()
                .map(event -> new String(event.value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** The topics and keys of the messages that were taken. */
    public synchronized List<String> keys() {
        return events.stream().map(event -> event.topic() + " " + event.key()).toList();
    }

    /** From now on these events are not acknowledged. */
    public synchronized void lose(Predicate<EventMessage> lost) {
        isLost = lost;
    }

    /** From now on nothing is heard of an event. */
    public synchronized void fallSilent() {
        isSilent = true;
    }

    /** Everything that waits is acknowledged, and what comes is again. */
    public synchronized void wake() {
        isSilent = false;
        silent.forEach(sent -> sent.complete(null));
        silent.clear();
    }
}
