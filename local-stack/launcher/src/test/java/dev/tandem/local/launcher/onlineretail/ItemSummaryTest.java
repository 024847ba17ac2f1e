package dev.tandem.local.launcher.onlineretail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.OrderKind;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one description and price of an item. */
class ItemSummaryTest {
    private final ItemSummary item = new ItemSummary("85123A");

    @Test
    void takesTheMostFrequentDescription() {
        see("POPCORN HOLDER", 1);
        see("SMALL POPCORN HOLDER", 2);
        see("SMALL POPCORN HOLDER", 3);
        see("POPCORN HOLDER XL", 9);

        assertThat(item.description()).isEqualTo("SMALL POPCORN HOLDER");
    }

    @Test
    void takesTheLatestOfEquallyFrequentDescriptions() {
        see("GLASS BELL JAR", 5);
        see("GLASS CLOCHE", 2);

        assertThat(item.description()).isEqualTo("GLASS BELL JAR");
    }

    @Test
    void takesTheFirstByAlphabetOfEquallyFrequentAndLateDescriptions() {
        see("GLASS CLOCHE", 2);
        see("GLASS BELL JAR", 2);

        assertThat(item.description()).isEqualTo("GLASS BELL JAR");
    }

    @Test
    void prefersARealDescriptionToAMoreFrequentNote() {
        see("damaged", 1);
        see("damaged", 2);
        see("?", 3);
        see("METAL LANTERN", 1);

        assertThat(item.description()).isEqualTo("METAL LANTERN");
    }

    @Test
    void takesANoteWhereThereIsNothingElseAndTheCodeWhereThereIsNoNote() {
        assertThat(item.description()).isEqualTo("85123A");

        see("", 1);
        see("Dr. Jam's Stress Ball", 1);

        assertThat(item.description()).isEqualTo("Dr. Jam's Stress Ball");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?", "??", "damages?", "found", "Thrown away-rusty", "wrongly coded 23343", "POSSIBLE DAMAGES?"})
    void knowsANoteOfTheStockKeepers(String description) {
        assertThat(ItemSummary.isNote(description)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BAG 125g SWIRLY MARBLES", "FRENCH BLUE METAL DOOR SIGN No", "*USB Office Mirror Ball"})
    void knowsADescription(String description) {
        assertThat(ItemSummary.isNote(description)).isFalse();
    }

    @Test
    void takesTheLatestPriceOfASale() {
        item.add(row("X", 1, "2.55", OrderKind.SALE));
        item.add(row("X", 3, "2.956", OrderKind.SALE));
        item.add(row("X", 2, "3.00", OrderKind.SALE));
        item.add(row("X", 4, "0", OrderKind.SALE));
        item.add(row("X", 5, "9.99", OrderKind.CANCELLATION));

        assertThat(item.toItem().price()).isEqualTo("2.96");
        assertThat(item.toItem().category()).isEqualTo("uncategorised");
    }

    @Test
    void hasNoPriceWhereItWasNeverSold() {
        item.add(row("X", 1, "2.55", OrderKind.CANCELLATION));

        assertThat(item.toItem().price()).isNull();
    }

    private void see(String description, int day) {
        item.add(row(description, day, "1", OrderKind.SALE));
    }

    private static InvoiceRow row(String description, int day, String price, OrderKind kind) {
        Instant at = Instant.parse("2011-01-0" + day + "T00:00:00Z");
        return new InvoiceRow("1", kind, "85123A", description, 1, at, new BigDecimal(price), null, "Spain");
    }
}
