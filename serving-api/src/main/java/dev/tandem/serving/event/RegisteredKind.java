package dev.tandem.serving.event;

import dev.tandem.core.event.EventFields;
import dev.tandem.core.event.Registration;
import dev.tandem.core.event.RegistrationKind;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.intake.EventMessage;
import java.time.Instant;

/**
 * {@code {"type":"user","user_id":…}}, {@code {"type":"item","item_id":…,"name":…,"category":…}}, {@code
 * {"type":"order","order_id":…,"lines":[{"item_id":…,"quantity":…},…]}} and {@code
 * {"type":"coupon","coupon_id":…,"name":…,"discount_kind":…,"discount":…}}, each with what else {@link RegistrationKind}
 * names. The event's id is the user's, item's, order's or coupon's own.
 */
record RegisteredKind(RegistrationKind kind) implements EventKind {
    @Override
    public String word() {
        return kind.word();
    }

    @Override
    public String topic() {
        return kind.topic().name();
    }

    @Override
    public EventMessage read(EventFields event, TenantId tenant, Instant receivedAt) {
        Registration registration = kind.read(event, tenant, receivedAt);
        return EventMessage.of(
                word(),
                topic(),
                registration.key(),
                registration.encode(),
                registration.id(),
                registration.at(),
                receivedAt);
    }
}
