package dev.tandem.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProductViewCodecTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-01T09:30:00.125Z");
    private static final TenantId SHOP = new TenantId("shop");

    private static View decode(String json) {
        return ProductViewCodec.decode(json.getBytes(StandardCharsets.UTF_8), SHOP, RECEIVED);
    }

    @Test
    void productViewIsAViewOfTheTopicsTenantAtTheTimeOfReceipt() {
        View view = decode(
                """
                {"event":"ProductView","messageid":"6b1291ea-e50d-425b-9940-44c2aff089c1","userid":"user-78",
                 "properties":{"productid":"product-173"},"context":{"source":"desktop"}}""");

        assertThat(view)
                .isEqualTo(new View(
                        "6b1291ea-e50d-425b-9940-44c2aff089c1",
                        SHOP,
                        new UserId("user-78"),
                        new ItemId("product-173"),
                        RECEIVED,
                        "desktop"));
    }

    @Test
    void refusalNamesTheFieldByItsPath() {
        assertThatExceptionOfType(EventRefusal.class)
                .isThrownBy(() -> decode("{\"event\":\"ProductView\",\"userid\":\"user-78\",\"properties\":{}}"))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("properties.productid"))
                .withMessageContaining("properties.productid is missing");
    }

    @Test
    void anotherKindOfEventIsRefused() {
        assertThatExceptionOfType(EventRefusal.class)
                .isThrownBy(() -> decode("{\"event\":\"AddToCart\",\"userid\":\"u\"}"))
                .withMessage("event is 'AddToCart'; allowed: ProductView");
    }
}
