package dev.tandem.core.recommendation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankedEntriesTest {
    private static final String MISLEADING = "x\",\"category\":\"Hats\"},\n{\"item_id\":\"y";
    private static final List<RankedItem> ITEMS = List.of(
            new RankedItem("plain", 3, "Tea cosy", "Kitchen"),
            new RankedItem("a\"b\\c,{é", 2, MISLEADING, "Küche & \"Co\""),
            new RankedItem("last", 1, "", ""));

    private final byte[] encoded = RankedItems.encode(ITEMS).getBytes(UTF_8);
    private final RankedEntries entries = new RankedEntries(encoded);

    @Test
    void givesEachEntryAsItStandsInTheList() throws JsonProcessingException {
        for (RankedItem item : ITEMS) {
            assertThat(entries.next()).isTrue();
            String entry = new String(encoded, entries.start(), entries.end() - entries.start(), UTF_8);

            assertThat(new ObjectMapper().readTree(entry).path("name").asText()).isEqualTo(item.name());
        }
        assertThat(entries.next()).isFalse();
    }

    @Test
    void decodesIdAndCategoryWhateverTheNameSays() {
        for (RankedItem item : ITEMS) {
            entries.next();

            assertThat(entries.itemId()).isEqualTo(item.itemId());
            assertThat(entries.isOfCategory(item.category())).isTrue();
            assertThat(entries.isOfCategory("Hats")).isFalse();
        }
    }

    @Test
    void countsItsStepsAndKnowsItsEnd() {
        assertThat(entries.position()).isZero();
        entries.next();
        entries.next();
        assertThat(entries.isAtEnd()).isFalse();
        entries.next();

        assertThat(entries.position()).isEqualTo(3);
        assertThat(entries.isAtEnd()).isTrue();
    }

    @Test
    void anEmptyListHasNoEntry() {
        RankedEntries none = new RankedEntries(new byte[0]);

        assertThat(none.isAtEnd()).isTrue();
        assertThat(none.next()).isFalse();
    }
}
