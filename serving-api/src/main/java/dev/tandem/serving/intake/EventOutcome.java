package dev.tandem.serving.intake;

import dev.tandem.core.event.EventRefusal;

/** What became of one event of a request. */
public sealed interface EventOutcome {
    /** The broker has it. */
    record Accepted(EventMessage event) implements EventOutcome {}

    /** It cannot be taken as it is. */
    record Rejected(EventRefusal refusal) implements EventOutcome {}

    /** The broker may have it or not: it is to be sent again. */
    record Unacknowledged(EventMessage event) implements EventOutcome {}
}
