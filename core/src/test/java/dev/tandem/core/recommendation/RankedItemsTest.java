package dev.tandem.core.recommendation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
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
        assertThat(RankedItems.first(new byte[0], 10)).isEmpty();
    }

    @Test
    void firstCutsBetweenItemsAndStaysValidJson() throws Exception {
        byte[] encoded = RankedItems.encode(IntStream.range(0, 100)
                        .mapToObj(i -> new RankedItem("item-" + i, 100 - i, "line\nfeed, é and {braces},", "c"))
                        .toList())
                .getBytes(UTF_8);

        for (int limit : new int[] {1, 2, 10, 99, 100, 101}) {
            JsonNode list =
                    new ObjectMapper().readTree("[" + new String(RankedItems.first(encoded, limit), UTF_8) + "]");
            assertThat(list).hasSize(Math.min(limit, 100));
            assertThat(list.get(list.size() - 1).get("item_id").asText()).isEqualTo("item-" + (list.size() - 1));
        }
    }

    @Test
    void scoresHaveSixDigitsAndNoExponent() {
        assertThat(RankedItems.encode(List.of(new RankedItem("i", 1234567, "n", "c"))))
                .contains("\"score\":1234570,");
        assertThat(RankedItems.encode(List.of(new RankedItem("i", 0.00000123456789, "n", "c"))))
                .contains("\"score\":0.00000123457,");
    }
}
