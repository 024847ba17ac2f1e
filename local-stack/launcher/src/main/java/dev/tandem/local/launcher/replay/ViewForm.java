package dev.tandem.local.launcher.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.event.ProductViewCodec;
import dev.tandem.core.event.View;
import dev.tandem.core.event.ViewCodec;
import dev.tandem.core.schema.Columns;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.shop.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The two forms in which shops write views, told apart by the field that names the user. */
enum ViewForm {
    /** {@code {"event":"ProductView","messageid":…,"userid":…,"properties":{"productid":…}}}, without tenant or time. */
    PRODUCT_VIEW(Topics.PRODUCT_VIEWS.name(), "userid", "messageid") {
        @Override
        View stamp(ObjectNode view, TenantId tenant, Instant now) {
            return ProductViewCodec.decode(bytes(view), tenant, now);
        }
    },
    /** {@code {"user_id":…,"item_id":…}} as the API takes it, or with the {@code tenant_id} that it has on its topic. */
    VIEW(Topics.VIEWS.name(), Columns.USER_ID, Columns.EVENT_ID) {
        @Override
        View stamp(ObjectNode view, TenantId tenant, Instant now) {
            if (!view.hasNonNull(Columns.TENANT_ID)) {
                view.put(Columns.TENANT_ID, tenant.value());
            }
            view.put(Columns.VIEWED_AT, now.toString());
            return ViewCodec.decode(bytes(view), now);
        }
    };

    private final String topic;
    private final String userField;
    private final String idField;

    ViewForm(String topic, String userField, String idField) {
        this.topic = topic;
        this.userField = userField;
        this.idField = idField;
    }

    /** The form of a view; empty where it is none of them. */
    static Optional<ViewForm> of(ObjectNode view) {
        return Arrays.stream(values()).filter(form -> view.has(form.userField)).findFirst();
    }

    /** The name of the topic of views of this form. */
    String topic() {
        return topic;
    }

    /**
     * The message that says that a view happens now. Changes the view.
     *
     * @param tenant of a view that names none
     * @param round how often the file was sent before; a view's id is its own only in the first round, numbered 0, since a
     *     view of the same id would be the same one
     * @throws dev.tandem.core.event.EventRefusal if it is no view of this form
     */
    ProducerRecord<byte[], byte[]> message(ObjectNode view, TenantId tenant, long round, Instant now) {
        if (round > 0 && view.path(idField).isTextual()) {
            view.put(idField, idOfRound(view.path(idField).textValue(), round));
        }
        View stamped = stamp(view, tenant, now);
        return new ProducerRecord<>(
                topic, null, now.toEpochMilli(), stamped.key().getBytes(StandardCharsets.UTF_8), bytes(view));
    }

    /** Gives a view this time, as far as its form has one, and reads it. */
    abstract View stamp(ObjectNode view, TenantId tenant, Instant now);

    private static byte[] bytes(ObjectNode view) {
        return view.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String idOfRound(String id, long round) {
        return UUID.nameUUIDFromBytes((id + "#" + round).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
