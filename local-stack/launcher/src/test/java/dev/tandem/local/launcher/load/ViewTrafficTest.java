package dev.tandem.local.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.event.View;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ViewTrafficTest {
    private static final TenantId SHOP = new TenantId("shop");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-01T09:30:00.250999Z"), ZoneOffset.UTC);
    private static final ShopIds IDS = new ShopIds(
            List.of("anna", "ben"),
            IntStream.rangeClosed(1, 100).mapToObj(rank -> "i-" + rank).toList());

    @Test
    void viewsAreOfNowWithIdsThatNameSeedAndNumber() {
        ViewTraffic traffic = traffic(7, 2);

        traffic.next();
        NumberedView second = traffic.next();

        assertThat(second.number()).isEqualTo(1);
        assertThat(second.view().eventId()).isEqualTo("load-7-1");
        assertThat(second.view().viewedAt()).isEqualTo("2026-11-01T09:30:00.250Z");
        assertThat(second.view().tenant()).isEqualTo(SHOP);
        assertThat(second.view().user()).isEqualTo(new UserId(IDS.users().get(traffic.user(1))));
    }

    @Test
    void oneSeedHasOneTraffic() {
        assertThat(views(traffic(7, 500), 500)).isEqualTo(views(traffic(7, 500), 500));
        assertThat(views(traffic(7, 500), 500).stream().map(View::item))
                .isNotEqualTo(views(traffic(8, 500), 500).stream().map(View::item));
    }

    @Test
    void theTenthMostPopularItemIsLookedAtATenthAsOftenAsTheFirst() {
        Map<ItemId, Long> views = views(traffic(1, 100_000), 100_000).stream()
                .map(View::item)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        // The first has 1 in 5.19, which is the sum of 1/n for the ranks up to 100.
        assertThat(views.get(new ItemId("i-1"))).isBetween(18_800L, 19_800L);
        assertThat(views.get(new ItemId("i-10"))).isBetween(1_750L, 2_100L);
    }

    @Test
    void aLoadOfNothingIsRefused() {
        assertThatThrownBy(() -> new EventLoadSettings(SHOP, 1, 0, 1, 1))
                .hasMessage("--count is '0'; allowed: 1 to 5000000");
        assertThatThrownBy(() -> new EventLoadSettings(SHOP, 1, 1, 501, 1))
                .hasMessage("--batch is '501'; allowed: 1 to 500");
    }

    private static ViewTraffic traffic(long seed, int count) {
        return new ViewTraffic(new EventLoadSettings(SHOP, 0, count, 1, seed), IDS, NOW);
    }

    private static List<View> views(ViewTraffic traffic, int count) {
        return Stream.generate(traffic::next)
                .limit(count)
                .map(NumberedView::view)
                .toList();
    }
}
