package dev.tandem.local.launcher.load;

import dev.tandem.local.launcher.publishing.Pace;
import java.time.Duration;
import java.util.List;

/** A way for events into the system. */
interface EventOutlet<E extends NumberedEvent> extends AutoCloseable {
    /** Sends events, perhaps after waiting for room; what becomes of them is told later. */
    void send(Batch<E> batch) throws InterruptedException;

    /** Waits until it is known what became of all events. */
    void await() throws InterruptedException;

    @Override
    void close();

    /**
     * Events that are sent together, and where to tell what became of each.
     *
     * @param due when they were to be sent, after the begin
     */
    record Batch<E extends NumberedEvent>(List<E> events, Duration due, Pace pace, EventTally tally) {
        /** Says that the broker has an event. */
        void acknowledged(E event) {
            tally.acknowledged(event.number(), pace.elapsed().minus(due));
        }
    }
}
