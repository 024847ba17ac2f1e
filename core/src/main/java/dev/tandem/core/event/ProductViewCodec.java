package dev.tandem.core.event;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.time.Instant;

/**
 * Views in the form of topic {@code product_views}: {@code {"event":"ProductView","messageid":"…","userid":"user-78",
 * "properties":{"productid":"product-173"},"context":{"source":"desktop"}}}. It names neither tenant nor time.
 */
public final class ProductViewCodec {
    private static final String EVENT = "event";
    private static final String PRODUCT_VIEW = "ProductView";
    private static final int MAX_ID = 128;
    private static final int MAX_SOURCE = 64;

    private ProductViewCodec() {}

    /**
     * The view of a message.
     *
     * @param tenant whose topic it is
     * @param receivedAt when the broker got it, and so when the view was
     * @throws EventRefusal if it is none
     */
    public static View decode(byte[] message, TenantId tenant, Instant receivedAt) {
        EventFields fields = EventFields.parse(message);
        String event = fields.text(EVENT);
        if (!event.equals(PRODUCT_VIEW)) {
            throw fields.invalid(EVENT, event, PRODUCT_VIEW);
        }
        UserId user = fields.id("userid", UserId::new);
        ItemId item = fields.inner("properties").id("productid", ItemId::new);
        String source = fields.has("context") ? fields.inner("context").optionalText("source", MAX_SOURCE) : "";
        String messageId = fields.optionalText("messageid", MAX_ID);
        Instant viewedAt = Instant.ofEpochMilli(receivedAt.toEpochMilli());
        String eventId = messageId.isBlank()
                ? DerivedId.of(tenant.value(), user.value(), item.value(), viewedAt.toString(), source)
                : messageId;
        return new View(eventId, tenant, user, item, viewedAt, source);
    }
}
