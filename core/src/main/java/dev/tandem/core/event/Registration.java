package dev.tandem.core.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.shop.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A user, an item, an order or a coupon as the shop has it from now on.
 *
 * @param id the user's, item's, order's or coupon's own
 * @param receivedAt when the broker got it
 * @param message its fields, every one of them checked; what it leaves out stays as it was
 */
public record Registration(RegistrationKind kind, TenantId tenant, String id, Instant receivedAt, ObjectNode message) {
    /** The key under which it is sent, so that messages of one thing keep their order. */
    public String key() {
        return tenant.value() + "/" + id;
    }

    /** When what it tells happened: the time that it says, or that of its receipt. */
    public Instant at() {
        return kind.timeField()
                .map(message::get)
                .map(time -> Instant.parse(time.textValue()))
                .orElse(receivedAt);
    }

    /** The message that carries it, in UTF-8. */
    public byte[] encode() {
        return message.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What an earlier one and this one say together: where both say something, this one's word; received with the first. */
    public Registration over(Registration earlier) {
        ObjectNode both = earlier.message.deepCopy();
        both.setAll(message);
        return new Registration(kind, tenant, id, earlier.receivedAt, both);
    }
}
