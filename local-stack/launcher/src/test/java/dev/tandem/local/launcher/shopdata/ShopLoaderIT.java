package dev.tandem.local.launcher.shopdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.settings.Secret;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.OrderKind;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.local.services.SharedStack;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The loader against PostgreSQL; each test is a tenant of its own. */
class ShopLoaderIT {
    private static final PostgresSettings POSTGRES =
            SharedStack.lease("shoploader").postgres();
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final ShopRows rows = new ShopRows(POSTGRES);

    @Test
    void writesAShopAndTouchesNothingWhenItComesAgain() {
        TenantId tenant = new TenantId("again");

        LoadCounts first = load(tenant, ShopLoaderIT::fill);
        List<String> before = rows.changeNumbers();
        LoadCounts second = load(tenant, ShopLoaderIT::fill);

        TableCounts two = new TableCounts(2, 0, 0, 0);
        TableCounts one = new TableCounts(1, 0, 0, 0);
        TableCounts none = new TableCounts(0, 0, 0, 0);
        assertThat(first).isEqualTo(new LoadCounts(one, two, two, two, one, one, none, none));
        assertThat(second.changed()).isZero();
        assertThat(second.lines().unchanged()).isEqualTo(2);
        assertThat(rows.changeNumbers()).isEqualTo(before);
    }

    @Test
    void stampsAnOrderWhoseLinesChangedAndNoOther() {
        TenantId tenant = new TenantId("corrected");
        load(tenant, ShopLoaderIT::fill);
        List<String> before = orders(tenant);

        LoadCounts counts = load(tenant, shop -> {
            fillWithoutLines(shop);
            shop.line(line("o-1", 1, "i-1", 3));
            shop.line(line("o-2", 1, "i-2", 1));
        });

        assertThat(counts.lines()).isEqualTo(new TableCounts(0, 1, 1, 0));
        assertThat(counts.orders().changed()).isZero();
        assertThat(orders(tenant)).hasSize(2).doesNotContain(before.get(0)).contains(before.get(1));
    }

    @Test
    void removesLinesAndChargesThatAreNoLongerOnALoadedOrder() {
        TenantId tenant = new TenantId("shrunk");
        load(tenant, ShopLoaderIT::fill);

        LoadCounts counts = load(tenant, shop -> shop.order(order("o-1")));

        assertThat(counts.lines()).isEqualTo(new TableCounts(0, 0, 0, 1));
        assertThat(counts.charges()).isEqualTo(new TableCounts(0, 0, 0, 1));
        assertThat(rows.select("SELECT order_id FROM order_lines WHERE tenant_id = 'shrunk'"))
                .containsExactly("o-2");
    }

    @Test
    void replacesTheRejectsOfTheFilesThatWereRead() {
        TenantId tenant = new TenantId("rejects");
        load(tenant, shop -> {
            shop.reject(new ImportReject("file.csv", 2, "bad_date", "x"));
            shop.reject(new ImportReject("file.csv", 3, "bad_date", "x"));
            shop.reject(new ImportReject("other.csv", 2, "bad_date", "x"));
        });

        LoadCounts counts = load(tenant, shop -> shop.reject(new ImportReject("file.csv", 3, "bad_price", "x")));

        assertThat(counts.rejects()).isEqualTo(new TableCounts(0, 1, 0, 1));
        assertThat(rows.select("SELECT source, row_number, reason FROM import_rejects WHERE tenant_id = 'rejects'"
                        + " ORDER BY 1, 2"))
                .containsExactly("file.csv 3 bad_price", "other.csv 2 bad_date");
    }

    @Test
    void movesARegistrationBackInTimeOnly() {
        TenantId tenant = new TenantId("registration");
        load(tenant, shop -> shop.user(user(NOON)));

        LoadCounts later = load(tenant, shop -> shop.user(user(NOON.plusSeconds(60))));
        LoadCounts earlier = load(tenant, shop -> shop.user(user(NOON.minusSeconds(60))));

        assertThat(later.users().updated()).isZero();
        assertThat(earlier.users().updated()).isEqualTo(1);
    }

    @Test
    void keepsEveryCharacterOfAText() {
        TenantId tenant = new TenantId("text");
        String name = "tab\t new line\n return\r backslash \\N quote ' \" braces {} émoji 🕯";

        load(
                tenant,
                shop -> shop.item(new ShopItem(new ItemId("i"), name, "c", null, false, Map.of("a\"\\", "b\t\\"))));

        assertThat(rows.select(
                        "SELECT name, price, in_stock, attributes->>'a\"\\' FROM items WHERE tenant_id = 'text'"))
                .containsExactly(name + " null f b\t\\");
    }

    @Test
    void writesManyLinesInChunks() {
        TenantId tenant = new TenantId("large");

        LoadCounts counts = load(tenant, shop -> {
            shop.item(item("i-1"));
            shop.order(order("o-1"));
            IntStream.rangeClosed(1, 60_000).forEach(number -> shop.line(line("o-1", number, "i-1", 1)));
        });

        assertThat(counts.lines().inserted()).isEqualTo(60_000);
    }

    @Test
    void writesNothingWithoutCommit() {
        try (ShopLoader shop = ShopLoader.open(POSTGRES, new TenantId("halfway"), "Halfway")) {
            fill(shop);
        }

        assertThat(rows.select("SELECT * FROM tenants WHERE tenant_id = 'halfway'"))
                .isEmpty();
    }

    @Test
    void writesNothingWhenALineNamesNoItem() {
        TenantId tenant = new TenantId("broken");

        assertThatThrownBy(() -> load(tenant, shop -> {
                    shop.order(order("o-1"));
                    shop.line(line("o-1", 1, "none", 1));
                }))
                .isInstanceOfSatisfying(
                        TandemException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.INTERNAL))
                .hasMessageContaining("Nothing was written.");

        assertThat(rows.select("SELECT * FROM orders WHERE tenant_id = 'broken'"))
                .isEmpty();
    }

    @Test
    void saysThatNobodyAnswers() {
        PostgresSettings nobody = new PostgresSettings("jdbc:postgresql://127.0.0.1:1/x", "tandem", new Secret(""));

        assertThatThrownBy(() -> ShopLoader.open(nobody, new TenantId("x"), "x").close())
                .isInstanceOfSatisfying(
                        TandemException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.DEPENDENCY))
                .hasMessageContaining("Is it running?");
    }

    @Test
    void saysThatTheTablesAreMissing() {
        PostgresSettings empty = new PostgresSettings(
                POSTGRES.url().replaceFirst("/[^/?]+(\\?|$)", "/postgres$1"), POSTGRES.user(), POSTGRES.password());

        assertThatThrownBy(() -> ShopLoader.open(empty, new TenantId("x"), "x").close())
                .isInstanceOfSatisfying(
                        TandemException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.CONFIGURATION))
                .hasMessageContaining("does not have Tandem's tables");
    }

    private static LoadCounts load(TenantId tenant, Consumer<ShopLoader> content) {
        try (ShopLoader shop = ShopLoader.open(POSTGRES, tenant, "A shop")) {
            content.accept(shop);
            return shop.commit(List.of("file.csv"));
        }
    }

    private static void fill(ShopLoader shop) {
        fillWithoutLines(shop);
        shop.line(line("o-1", 1, "i-1", 2));
        shop.line(line("o-2", 1, "i-2", 1));
    }

    private static void fillWithoutLines(ShopLoader shop) {
        shop.user(user(NOON));
        shop.item(item("i-1"));
        shop.item(item("i-2"));
        shop.order(order("o-1"));
        shop.order(new ShopOrder("o-2", null, NOON, OrderKind.SALE, NOON.plusSeconds(5)));
        shop.charge(new OrderCharge("o-1", 2, "POST", null, -1, new BigDecimal("-3.5")));
        shop.reject(new ImportReject("file.csv", 7, "bad_date", "a,b"));
    }

    private static ShopUser user(Instant registeredAt) {
        return new ShopUser(new UserId("u-1"), "Ada", Map.of("country", "France", "city", "Paris"), registeredAt);
    }

    private static ShopItem item(String id) {
        return new ShopItem(new ItemId(id), "LANTERN", "garden", new BigDecimal("2.5"), true, Map.of());
    }

    private static ShopOrder order(String id) {
        return new ShopOrder(id, null, NOON, OrderKind.SALE, null);
    }

    private static OrderLine line(String order, int number, String item, int quantity) {
        return new OrderLine(order, number, new ItemId(item), quantity, new BigDecimal("2.5"));
    }

    private List<String> orders(TenantId tenant) {
        return rows.select(
                "SELECT order_id, change_number FROM orders WHERE tenant_id = '%s' ORDER BY 1".formatted(tenant));
    }
}
