package dev.tandem.core.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.shop.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferAckTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-30T12:00:00Z");

    private static OfferAck decode(String json) {
        return OfferAck.decode(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), RECEIVED);
    }

    @Test
    void whatIsEncodedIsDecodedAgain() {
        OfferAck ack = new OfferAck(new TenantId("shop"), "offer-f-1", Instant.parse("2026-11-30T11:59:59.250Z"));

        assertThat(OfferAck.decode(ack.encode(), RECEIVED)).isEqualTo(ack);
        assertThat(ack.key()).isEqualTo("shop/offer-f-1");
    }

    @Test
    void withoutATimeItIsOfTheTimeOfReceipt() {
        assertThat(decode("{'tenant_id':'shop','offer_id':'offer-f'}").acknowledgedAt())
                .isEqualTo(RECEIVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'tenant_id'; invalid_json; ''",
                "{'offer_id':'offer-f'}; missing_field; tenant_id",
                "{'tenant_id':'shop'}; missing_field; offer_id",
                "{'tenant_id':'shop','offer_id':7}; wrong_type; offer_id",
                "{'tenant_id':'shop','offer_id':' '}; invalid_value; offer_id",
                "{'tenant_id':'shop','offer_id':'offer-f','acknowledged_at':'noon'}; invalid_value; acknowledged_at",
                "{'tenant_id':'shop','offer_id':'offer-f','acknowledged_at':'2026-11-30T12:05:01Z'}; time_in_future; acknowledged_at",
                "{'tenant_id':'shop','offer_id':'offer-f','acknowledged_at':'2026-09-01T11:59:59Z'}; time_too_old; acknowledged_at",
            })
    void whatIsNoneIsRefused(String json, String reason, String field) {
        EventRefusal refusal = assertThatExceptionOfType(EventRefusal.class)
                .isThrownBy(() -> decode(json))
                .actual();

        assertThat(refusal.reason().code()).isEqualTo(reason);
        assertThat(refusal.field()).isEqualTo(field);
    }
}
