package dev.tandem.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewCodecTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-01T09:30:00Z");

    private static View decode(String json) {
        return ViewCodec.decode(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), RECEIVED);
    }

    private static EventRefusal refusal(String json) {
        return assertThatExceptionOfType(EventRefusal.class)
                .isThrownBy(() -> decode(json))
                .actual();
    }

    private static String viewAt(String time) {
        return "{'tenant_id':'shop','user_id':'u','item_id':'i','viewed_at':'%s'}".formatted(time);
    }

    @Test
    void whatIsEncodedIsDecodedAgain() {
        View view = new View(
                "e-1",
                new TenantId("shop"),
                new UserId("user-1"),
                new ItemId("item-ü\"1"),
                Instant.parse("2026-11-01T09:29:59.250Z"),
                "mobile-app");

        assertThat(ViewCodec.decode(ViewCodec.encode(view), RECEIVED)).isEqualTo(view);
    }

    @Test
    void viewWithoutTimeIsOfTheTimeOfReceipt() {
        assertThat(decode("{'tenant_id':'shop','user_id':'u','item_id':'i'}").viewedAt())
                .isEqualTo(RECEIVED);
    }

    @Test
    void viewThatIsSentAgainWithItsTimeHasTheSameId() {
        View first = decode(viewAt("2026-11-01T09:00:00Z"));
        View again = decode(viewAt("2026-11-01T10:00:00+01:00"));

        assertThat(again).isEqualTo(first);
        assertThat(first.eventId()).hasSize(22);
        assertThat(decode(viewAt("2026-11-01T09:00:01Z")).eventId()).isNotEqualTo(first.eventId());
    }

    @Test
    void clockThatIsALittleAheadCountsAsNow() {
        assertThat(decode(viewAt("2026-11-01T09:34:59Z")).viewedAt()).isEqualTo(RECEIVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'tenant_id'; invalid_json; ''",
                "[1]; wrong_type; ''",
                "{'tenant_id':'shop','user_id':'u'}; missing_field; item_id",
                "{'tenant_id':'shop','user_id':null,'item_id':'i'}; missing_field; user_id",
                "{'tenant_id':'shop','user_id':7,'item_id':'i'}; wrong_type; user_id",
                "{'tenant_id':'Shop!','user_id':'u','item_id':'i'}; invalid_value; tenant_id",
                "{'tenant_id':'shop','user_id':' ','item_id':'i'}; invalid_value; user_id",
                "{'tenant_id':'shop','user_id':'u','item_id':'\\ud800'}; invalid_value; item_id",
                "{'tenant_id':'shop','user_id':'u','item_id':'i','source':'\\ud83d'}; invalid_value; source",
                "{'tenant_id':'shop','user_id':'u','item_id':'i','viewed_at':'yesterday'}; invalid_value; viewed_at",
                "{'tenant_id':'shop','user_id':'u','item_id':'i','viewed_at':'2026-11-01T09:35:01Z'}; time_in_future; viewed_at",
                "{'tenant_id':'shop','user_id':'u','item_id':'i','viewed_at':'1970-01-01T00:00:00Z'}; time_too_old; viewed_at"
            })
    void whatIsNoViewIsRefusedWithReasonAndField(String json, String reason, String field) {
        EventRefusal refusal = refusal(json);

        assertThat(refusal.reason().code()).isEqualTo(reason);
        assertThat(refusal.field()).isEqualTo(field);
    }

    @Test
    void refusalNamesFieldValueAndWayOut() {
        assertThat(refusal("{'tenant_id':'shop','user_id':'u','item_id':'i','viewed_at':'1 Nov'}"))
                .hasMessage("viewed_at is '1 Nov'; allowed: a time with its offset, such as 2026-11-01T09:30:00.250Z");
    }

    @Test
    void halfOfASurrogatePairIsShownAsCharactersThatCanBeSentOn() {
        EventRefusal refusal = refusal("{'tenant_id':'shop','user_id':'u','item_id':'a\\ud800b'}");

        assertThat(refusal.getMessage()).contains("a\\ud800b");
        assertThat(refusal.value()).isEqualTo("\"a\\ud800b\"");
    }

    @Test
    void messageOfAMegabyteIsRefusedUnread() {
        assertThat(refusal(" ".repeat(1_000_000)).reason()).isEqualTo(RefusalReason.TOO_LARGE);
    }
}
