package dev.tandem.serving.event;

import dev.tandem.core.event.EventFields;
import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.intake.EventMessage;
import java.time.Instant;

/** One kind of event that can be sent in. */
interface EventKind {
    /** The value of field {@code type}. */
    String word();

    /** The topic of this kind. */
    String topic();

    /**
     * The message of an event.
     *
     * @throws EventRefusal if it is none of this kind
     */
    EventMessage read(EventFields event, TenantId tenant, Instant receivedAt);
}
