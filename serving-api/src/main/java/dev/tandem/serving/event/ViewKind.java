package dev.tandem.serving.event;

import dev.tandem.core.event.EventFields;
import dev.tandem.core.event.View;
import dev.tandem.core.event.ViewCodec;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.intake.EventMessage;
import java.time.Instant;

/** {@code {"type":"view","user_id":…,"item_id":…}}, and {@code viewed_at}, {@code source} and {@code event_id} if known. */
final class ViewKind implements EventKind {
    @Override
    public String word() {
        return "view";
    }

    @Override
    public String topic() {
        return Topics.VIEWS.name();
    }

    @Override
    public EventMessage read(EventFields event, TenantId tenant, Instant receivedAt) {
        View view = ViewCodec.read(event, tenant, receivedAt);
        return EventMessage.of(
                word(), topic(), view.key(), ViewCodec.encode(view), view.eventId(), view.viewedAt(), receivedAt);
    }
}
