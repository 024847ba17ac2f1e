package dev.tandem.streaming.event;

import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.event.ProductViewCodec;
import dev.tandem.core.event.View;
import dev.tandem.core.event.ViewCodec;
import dev.tandem.core.schema.Topic;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.cassandra.SharedSession;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * How records of the topics of views are read, the same in every query.
 *
 * @param productViewsTenant whose views come on topic {@code product_views}
 */
public record ViewRecords(SharedSession cassandra, TenantId productViewsTenant) implements Serializable {
    /** The topics that carry views. */
    public static final List<Topic> TOPICS = List.of(Topics.VIEWS, Topics.PRODUCT_VIEWS);

    /** The view of a record; an {@link EventRefusal} if it is none. */
    public View view(EventRecord event) {
        View view = event.topic().equals(Topics.PRODUCT_VIEWS.name())
                ? ProductViewCodec.decode(event.value(), productViewsTenant, event.receivedAt())
                : ViewCodec.decode(event.value(), event.receivedAt());
        KnownTenants.in(cassandra).require(view.tenant());
        return view;
    }

    /** The view of a record; empty if it is none, which is for query {@code views} to keep. */
    public Optional<View> find(EventRecord event) {
        try {
            return Optional.of(view(event));
        } catch (EventRefusal keptElsewhere) {
            return Optional.empty();
        }
    }
}
