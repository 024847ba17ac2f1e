package dev.tandem.core.event;

import static dev.tandem.core.schema.Columns.EVENT_ID;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.SOURCE;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.Columns.VIEWED_AT;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * Views as JSON objects, in UTF-8: {@code event_id}, {@code tenant_id}, {@code user_id}, {@code item_id}, {@code viewed_at}
 * and {@code source}, all of them strings.
 *
 * <p>Without {@code viewed_at} a view is of the time at which it was received, and without {@code event_id} its id follows
 * from the other fields: what is sent again with either of them is one view.
 */
public final class ViewCodec {
    private static final int MAX_EVENT_ID = 128;
    private static final int MAX_SOURCE = 64;
    private static final int USUAL_LENGTH = 256;
    private static final JsonFactory JSON = new JsonFactory();

    private ViewCodec() {}

    /** The message that carries a view; every field is there, {@code source} if it is known. */
    public static byte[] encode(View view) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField(EVENT_ID, view.eventId());
            json.writeStringField(TENANT_ID, view.tenant().value());
            json.writeStringField(USER_ID, view.user().value());
            json.writeStringField(ITEM_ID, view.item().value());
            json.writeStringField(VIEWED_AT, view.viewedAt().toString());
            if (!view.source().isEmpty()) {
                json.writeStringField(SOURCE, view.source());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * The view of a message.
     *
     * @param receivedAt when the broker got it
     * @throws EventRefusal if it is none
     */
    public static View decode(byte[] message, Instant receivedAt) {
        EventFields fields = EventFields.parse(message);
        return read(fields, fields.id(TENANT_ID, TenantId::new), receivedAt);
    }

    /**
     * The view of a request's event, which names no tenant.
     *
     * @throws EventRefusal if it is none
     */
    public static View read(JsonNode event, TenantId tenant, Instant receivedAt) {
        return read(EventFields.of(event), tenant, receivedAt);
    }

    /**
     * The view of an event's fields, which name no tenant.
     *
     * @throws EventRefusal if it is none
     */
    public static View read(EventFields fields, TenantId tenant, Instant receivedAt) {
        UserId user = fields.id(USER_ID, UserId::new);
        ItemId item = fields.id(ITEM_ID, ItemId::new);
        Instant viewedAt = fields.time(VIEWED_AT, receivedAt, View.LIFETIME);
        String source = fields.optionalText(SOURCE, MAX_SOURCE);
        String eventId = fields.optionalText(EVENT_ID, MAX_EVENT_ID);
        if (eventId.isBlank()) {
            eventId = DerivedId.of(tenant.value(), user.value(), item.value(), viewedAt.toString(), source);
        }
        return new View(eventId, tenant, user, item, viewedAt, source);
    }
}
