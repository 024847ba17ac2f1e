package dev.tandem.etl.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.Table;
import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RowChangesTest {
    private static final Table ITEMS = CassandraTables.ITEMS;

    private final SparkSession spark = SparkSession.active();

    private static Rows item(Rows rows, String id, @Nullable String name) {
        return rows.row("shop", id, name, "c", BigDecimal.ONE, true, Map.of("a", "b"));
    }

    private List<String> changes(Rows wanted, Rows current, Table table, String... shown) {
        return RowChanges.between(wanted.toDataset(spark), current.toDataset(spark), table)
                .selectExpr(shown)
                .collectAsList()
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void everyKeyOfEitherSideIsToldOnce() {
        Rows wanted = item(item(item(Rows.of(ITEMS), "new", "n"), "changed", "after"), "same", "s");
        Rows current = item(item(item(Rows.of(ITEMS), "changed", "before"), "same", "s"), "gone", "g");

        assertThat(changes(wanted, current, ITEMS, "item_id", "name", "change"))
                .containsExactlyInAnyOrder(
                        "[new,n,insert]", "[changed,after,update]", "[same,s,same]", "[gone,null,delete]");
    }

    @Test
    void aValueThatBecomesNullIsAChange() {
        assertThat(changes(item(Rows.of(ITEMS), "i", null), item(Rows.of(ITEMS), "i", "n"), ITEMS, "name", "change"))
                .containsExactly("[null,update]");
    }

    @Test
    void twoNullsAreTheSame() {
        assertThat(changes(item(Rows.of(ITEMS), "i", null), item(Rows.of(ITEMS), "i", null), ITEMS, "change"))
                .containsExactly("[same]");
    }

    @Test
    void anEmptyMapIsTheSameAsNoneAndTheOrderOfEntriesIsNothing() {
        Rows wanted = Rows.of(ITEMS)
                .row("shop", "none", "n", "c", null, true, Map.of())
                .row("shop", "two", "n", "c", null, true, new java.util.TreeMap<>(Map.of("a", "1", "b", "2")));
        Rows current = Rows.of(ITEMS)
                .row("shop", "none", "n", "c", null, true, null)
                .row(
                        "shop",
                        "two",
                        "n",
                        "c",
                        null,
                        true,
                        new java.util.TreeMap<>(Map.of("b", "2", "a", "1")).descendingMap());

        assertThat(changes(wanted, current, ITEMS, "change")).containsExactly("[same]", "[same]");
    }

    @Test
    void timesAreComparedAsCassandraKeepsThemToTheMillisecond() {
        Table users = CassandraTables.USERS;
        Instant at = Instant.parse("2026-01-01T00:00:00.123Z");
        Rows current = Rows.of(users).row("shop", "u", null, null, Timestamp.from(at));
        Rows micros = Rows.of(users).row("shop", "u", null, null, Timestamp.from(at.plusNanos(456_000)));
        Rows later = Rows.of(users).row("shop", "u", null, null, Timestamp.from(at.plusMillis(1)));

        assertThat(changes(micros, current, users, "change")).containsExactly("[same]");
        assertThat(changes(later, current, users, "change")).containsExactly("[update]");
    }

    @Test
    void decimalsOfOtherScaleAreTheSame() {
        StructType narrow = StructType.fromDDL("tenant_id string, item_id string, name string, category string,"
                + " price decimal(12,2), in_stock boolean, attributes map<string,string>");
        Rows wanted = Rows.of(narrow).row("shop", "i", "n", "c", new BigDecimal("2.50"), true, null);
        Rows current = Rows.of(ITEMS).row("shop", "i", "n", "c", new BigDecimal("2.5"), true, null);

        assertThat(changes(wanted, current, ITEMS, "change")).containsExactly("[same]");
    }

    @Test
    void aColumnOfAnotherTypeIsRefusedByName() {
        Rows wanted =
                Rows.of(StructType.fromDDL("tenant_id string, item_id int")).row("shop", 1);

        assertThatThrownBy(() -> changes(wanted, Rows.of(ITEMS), ITEMS, "change"))
                .hasMessage("What is wanted does not fit table items: column item_id is int, expected string");
    }
}
