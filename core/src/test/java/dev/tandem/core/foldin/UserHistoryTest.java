package dev.tandem.core.foldin;

import static dev.tandem.core.foldin.HistoryEvent.order;
import static dev.tandem.core.foldin.HistoryEvent.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.OrderKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserHistoryTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T00:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-04T00:00:00Z");
    private static final Instant SUNDAY = Instant.parse("2026-03-08T00:00:00Z");

    @Test
    void hasWhatWasBought() {
        UserHistory history =
                ofOrders(sale("o1", "i1", 2, MONDAY), sale("o1", "i1", 1, MONDAY), sale("o2", "i2", 1, TUESDAY));

        assertThat(history.events()).containsExactlyInAnyOrder(order("i1", MONDAY, "o1"), order("i2", TUESDAY, "o2"));
        assertThat(history.purchased()).containsExactlyInAnyOrder("i1", "i2");
    }

    @Test
    void takesWhatIsGivenBackFromTheLatestPurchases() {
        UserHistory history = ofOrders(
                sale("o1", "i1", 1, MONDAY), sale("o2", "i1", 1, TUESDAY), givenBack("o3", "i1", 1, WEDNESDAY));

        assertThat(history.events()).containsExactly(order("i1", MONDAY, "o1"));
    }

    @Test
    void keepsASaleOfWhichSomethingIsLeft() {
        UserHistory history = ofOrders(sale("o1", "i1", 3, MONDAY), givenBack("o3", "i1", 2, WEDNESDAY));

        assertThat(history.events()).containsExactly(order("i1", MONDAY, "o1"));
    }

    @Test
    void doesNotTakeBackWhatWasBoughtAfterwards() {
        UserHistory history = ofOrders(givenBack("o0", "i1", 1, MONDAY), sale("o1", "i1", 1, TUESDAY));

        assertThat(history.events()).containsExactly(order("i1", TUESDAY, "o1"));
    }

    @Test
    void countsWhatWasGivenBackAsPurchasedAndWhatWasCalledOffNot() {
        UserHistory history = ofOrders(
                sale("o1", "i1", 1, MONDAY),
                givenBack("o2", "i1", 1, TUESDAY),
                new OrderLine("o3", "i2", 1, MONDAY, OrderKind.SALE, TUESDAY));

        assertThat(history.events()).isEmpty();
        assertThat(history.purchased()).containsExactly("i1");
    }

    @Test
    void leavesOutOrdersOfLaterOn() {
        assertThat(ofOrders(sale("o1", "i1", 1, SUNDAY)).events()).isEmpty();
    }

    @Test
    void leavesOutViewsUpToTheRemovalOfTheItem() {
        UserHistory history = UserHistory.of(
                List.of(),
                List.of(view("i1", MONDAY), view("i1", TUESDAY), view("i1", WEDNESDAY), view("i2", MONDAY)),
                Map.of("i1", TUESDAY),
                SUNDAY);

        assertThat(history.events()).containsExactly(view("i1", WEDNESDAY), view("i2", MONDAY));
        assertThat(history.purchased()).isEmpty();
    }

    private static UserHistory ofOrders(OrderLine... lines) {
        return UserHistory.of(List.of(lines), List.of(), Map.of(), SUNDAY);
    }

    private static OrderLine sale(String order, String item, int quantity, Instant at) {
        return new OrderLine(order, item, quantity, at, OrderKind.SALE, null);
    }

    private static OrderLine givenBack(String order, String item, int quantity, Instant at) {
        return new OrderLine(order, item, quantity, at, OrderKind.CANCELLATION, null);
    }
}
