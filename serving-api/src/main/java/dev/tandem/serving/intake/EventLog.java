package dev.tandem.serving.intake;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where events go. */
public interface EventLog {
    /** How much is sent, and after which time an event that was not acknowledged counts as lost. */
    EventLimits limits();

    /**
     * Sends events in their order and returns at once.
     *
     * @return for each of them what completes when it is stored for good, and fails when that is not known after the limit of
     *     time, or a little later
     */
    List<CompletableFuture<Void>> append(List<EventMessage> events);
}
