package dev.tandem.local.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.event.EventFields;
import dev.tandem.core.event.Registration;
import dev.tandem.core.event.RegistrationKind;
import dev.tandem.core.shop.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderTrafficTest {
    private static final TenantId SHOP = new TenantId("shop");
    private static final Instant NOW = Instant.parse("2026-11-01T09:30:00.250Z");
    private static final ShopIds IDS = new ShopIds(List.of("anna", "ben"), List.of("hat", "cup", "pen"));

    @Test
    void ordersAreOfNowWithIdsThatNameSeedAndNumberAndLinesOfTheTenantsItems() {
        List<Registration> orders = orders(7);

        assertThat(orders)
                .extracting(Registration::id)
                .contains("load-7-0", "load-7-499")
                .doesNotHaveDuplicates();
        assertThat(orders).allSatisfy(order -> {
            assertThat(order.at()).isEqualTo(NOW);
            assertThat(order.message().path("user_id").textValue()).isIn(IDS.users());
            assertThat(order.message().path("lines")).hasSizeBetween(1, 4);
            assertThat(order.message().findValuesAsText("item_id")).isSubsetOf(IDS.items());
        });
    }

    @Test
    void oneSeedHasOneTraffic() {
        assertThat(orders(7)).isEqualTo(orders(7));
        assertThat(orders(7))
                .extracting(order -> order.message().path("lines"))
                .isNotEqualTo(orders(8).stream()
                        .map(order -> order.message().path("lines"))
                        .toList());
    }

    /** What the API makes of them. */
    private static List<Registration> orders(long seed) {
        OrderTraffic traffic =
                new OrderTraffic(new EventLoadSettings(SHOP, 0, 500, 1, seed), IDS, Clock.fixed(NOW, ZoneOffset.UTC));
        return Stream.generate(traffic::next)
                .limit(500)
                .map(order -> RegistrationKind.ORDER.read(
                        EventFields.parse(order.json().toString().getBytes(StandardCharsets.UTF_8)), SHOP, NOW))
                .toList();
    }
}
