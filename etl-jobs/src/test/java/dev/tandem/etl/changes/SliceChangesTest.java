package dev.tandem.etl.changes;

import static dev.tandem.core.schema.CassandraTables.ITEMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.schema.TableRow;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SliceChangesTest {
    private static TableRow item(String id, @Nullable String name) {
        return item(id, name, "1.00", Map.of("a", "b"));
    }

    private static TableRow item(
            String id, @Nullable String name, String price, @Nullable Map<String, String> attributes) {
        return TableRow.of("shop", id, name, "c", new BigDecimal(price), true, attributes);
    }

    private static SliceChanges changes(List<TableRow> wanted, List<TableRow> current) {
        return SliceChanges.between(wanted, current, ITEMS);
    }

    @Test
    void everyKeyOfEitherSideIsToldOnce() {
        SliceChanges changes = changes(
                List.of(item("new", "n"), item("changed", "after"), item("same", "s")),
                List.of(item("changed", "before"), item("same", "s"), item("gone", "g")));

        assertThat(changes.inserted()).containsExactly(item("new", "n"));
        assertThat(changes.updated()).containsExactly(item("changed", "after"));
        assertThat(changes.deleted()).containsExactly(List.of("shop", "gone"));
    }

    @Test
    void aValueThatBecomesNullIsAChangeAndSoIsOneThatWasNull() {
        assertThat(changes(List.of(item("i", null)), List.of(item("i", "n"))).updated())
                .hasSize(1);
        assertThat(changes(List.of(item("i", "n")), List.of(item("i", null))).updated())
                .hasSize(1);
    }

    @Test
    void twoNullsAreTheSame() {
        assertThat(changes(List.of(item("i", null)), List.of(item("i", null))).isEmpty())
                .isTrue();
    }

    @Test
    void anEmptyMapIsTheSameAsNoneAndTheOrderOfEntriesIsNothing() {
        Map<String, String> sorted = new TreeMap<>(Map.of("a", "1", "b", "2"));
        Map<String, String> hashed = new HashMap<>(sorted);

        assertThat(changes(List.of(item("i", "n", "1", Map.of())), List.of(item("i", "n", "1", null)))
                        .isEmpty())
                .isTrue();
        assertThat(changes(List.of(item("i", "n", "1", sorted)), List.of(item("i", "n", "1", hashed)))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void decimalsOfOtherScaleAreTheSame() {
        assertThat(changes(List.of(item("i", "n", "2.50", null)), List.of(item("i", "n", "2.5", null)))
                        .isEmpty())
                .isTrue();
        assertThat(changes(List.of(item("i", "n", "2.50", null)), List.of(item("i", "n", "2.51", null)))
                        .updated())
                .hasSize(1);
    }
}
