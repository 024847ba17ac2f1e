package dev.tandem.core.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankedItemsTest {
    @Test
    void isTheJsonThatStandsInAnAnswer() {
        String encoded = RankedItems.encode(List.of(
                new RankedItem("22423", 0.98765432, "REGENCY CAKESTAND 3 TIER", "kitchen"),
                new RankedItem("85123A", 0.5, "T-LIGHT \"HEART\"", "lights")));

        assertThat(encoded)
                .isEqualTo(
                        """
                        {"item_id":"22423","score":0.987654,"name":"REGENCY CAKESTAND 3 TIER","category":"kitchen"},
                        {"item_id":"85123A","score":0.5,"name":"T-LIGHT \\"HEART\\"","category":"lights"}""");
    }

    @Test
    void anEmptyListIsEmpty() {
        assertThat(RankedItems.encode(List.of())).isEmpty();
    }

    @Test
    void scoresHaveSixDigitsAndNoExponent() {
        assertThat(RankedItems.encode(List.of(new RankedItem("i", 1234567, "n", "c"))))
                .contains("\"score\":1234570,");
        assertThat(RankedItems.encode(List.of(new RankedItem("i", 0.00000123456789, "n", "c"))))
                .contains("\"score\":0.00000123457,");
    }
}
