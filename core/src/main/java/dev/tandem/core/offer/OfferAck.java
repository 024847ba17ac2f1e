package dev.tandem.core.offer;

import static dev.tandem.core.schema.Columns.ACKNOWLEDGED_AT;
import static dev.tandem.core.schema.Columns.OFFER_ID;
import static dev.tandem.core.schema.Columns.TENANT_ID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.event.EventFields;
import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.shop.TenantId;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * An application that writes to users says that it has an offer: {@code {"tenant_id":…,"offer_id":…,"acknowledged_at":…}}, the
 * time if it likes.
 *
 * @param acknowledgedAt as it says, or when the broker got it; in whole milliseconds
 */
public record OfferAck(TenantId tenant, String offerId, Instant acknowledgedAt) implements Serializable {
    /** How old an acknowledgement may be at its receipt. */
    private static final Duration LIFETIME = Duration.ofDays(90);

    private static final int MAX_ID = 256;

    /** The key under which it is sent. */
    public String key() {
        return tenant.value() + "/" + offerId;
    }

    /** The message that carries it. */
    public byte[] encode() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put(TENANT_ID, tenant.value()).put(OFFER_ID, offerId).put(ACKNOWLEDGED_AT, acknowledgedAt.toString());
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The acknowledgement of a message.
     *
     * @param receivedAt when the broker got it
     * @throws EventRefusal if it is none
     */
    public static OfferAck decode(byte[] message, Instant receivedAt) {
        EventFields fields = EventFields.parse(message);
        TenantId tenant = fields.id(TENANT_ID, TenantId::new);
        fields.value(OFFER_ID);
        String offer = fields.optionalText(OFFER_ID, MAX_ID);
        if (offer.isBlank()) {
            throw fields.invalid(OFFER_ID, offer, "the offer_id of an offer");
        }
        return new OfferAck(tenant, offer, fields.time(ACKNOWLEDGED_AT, receivedAt, LIFETIME));
    }
}
