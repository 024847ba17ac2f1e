package dev.tandem.serving.intake;

import dev.tandem.core.event.EventRefusal;
import java.util.Optional;

/** What a request's event turned out to be once it was read. */
public sealed interface Reading {
    /** What is sent of it; empty where nothing is. */
    Optional<EventMessage> message();

    /** One that is taken. */
    record Event(EventMessage event) implements Reading {
        @Override
        public Optional<EventMessage> message() {
            return Optional.of(event);
        }
    }

    /**
     * One that is refused, and left to its sender.
     *
     * @param type its kind, as far as it is known
     */
    record Refused(String type, EventRefusal refusal) implements Reading {
        @Override
        public Optional<EventMessage> message() {
            return Optional.empty();
        }
    }

    /**
     * One that is refused, and kept all the same.
     *
     * @param kept what is sent to where refused ones are kept
     */
    record Kept(EventMessage kept, EventRefusal refusal) implements Reading {
        @Override
        public Optional<EventMessage> message() {
            return Optional.of(kept);
        }
    }
}
