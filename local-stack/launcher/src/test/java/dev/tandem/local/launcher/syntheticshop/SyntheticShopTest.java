package dev.tandem.local.launcher.syntheticshop;

import static dev.tandem.local.launcher.syntheticshop.SyntheticShopLoader.DEMO_SEED;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.shop.DiscountKind;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.OrderKind;
import dev.tandem.core.shop.UserId;
import dev.tandem.local.launcher.shopdata.OrderLine;
import dev.tandem.local.launcher.shopdata.RecordedShop;
import dev.tandem.local.launcher.shopdata.ShopCoupon;
import dev.tandem.local.launcher.shopdata.ShopItem;
import dev.tandem.local.launcher.shopdata.ShopOrder;
import dev.tandem.local.launcher.shopdata.ShopUser;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The synthetic shop. */
class SyntheticShopTest {
    private static final Instant UNTIL = Instant.parse("2026-03-01T00:00:00Z");
    private static final RecordedShop SHOP = shop(SyntheticShopSize.DEMO, DEMO_SEED, UNTIL);

    @Test
    void givesTheSameShopForTheSameSeedSizeAndEnd() {
        RecordedShop again = shop(SyntheticShopSize.DEMO, DEMO_SEED, UNTIL);

        assertThat(again.users()).isEqualTo(SHOP.users());
        assertThat(again.items()).isEqualTo(SHOP.items());
        assertThat(again.orders()).isEqualTo(SHOP.orders());
        assertThat(again.lines()).isEqualTo(SHOP.lines());
        assertThat(again.charges()).isEqualTo(SHOP.charges());
        assertThat(again.coupons()).isEqualTo(SHOP.coupons());
    }

    @Test
    void givesAnotherShopForAnotherSeed() {
        RecordedShop other = shop(SyntheticShopSize.DEMO, DEMO_SEED + 1, UNTIL);

        assertThat(other.items()).isNotEqualTo(SHOP.items());
        assertThat(other.lines()).isNotEqualTo(SHOP.lines());
    }

    @Test
    void keepsTheOrdersOfUsersWhenThereAreMoreUsers() {
        RecordedShop larger = shop(new SyntheticShopSize(3_000, 1_000, 12, 180), DEMO_SEED, UNTIL);

        assertThat(larger.users()).startsWith(SHOP.users().toArray(ShopUser[]::new));
        assertThat(new HashSet<>(larger.orders()).containsAll(SHOP.orders())).isTrue();
    }

    @Test
    void hasTheSizeThatWasAskedFor() {
        assertThat(SHOP.users()).hasSize(2_000);
        assertThat(SHOP.items()).hasSize(1_000);
        assertThat(SHOP.items().stream().map(ShopItem::category).distinct()).hasSize(12);
        assertThat(SHOP.lines()).hasSizeBetween(25_000, 50_000);
        assertThat(SHOP.orders())
                .allMatch(order -> order.orderedAt().isBefore(UNTIL)
                        && !order.orderedAt().isBefore(UNTIL.minus(Duration.ofDays(180))));
    }

    @Test
    void usesTheIdsOfTheSeedSystem() {
        assertThat(SHOP.users()).extracting(user -> user.id().value()).contains("user-1", "user-39");
        assertThat(SHOP.items()).extracting(item -> item.id().value()).contains("product-1", "product-773");
        assertThat(SHOP.items()).extracting(ShopItem::category).contains("category-1");
    }

    @Test
    void makesARegularCustomerOfTheUserInTheExamples() {
        assertThat(SHOP.orders())
                .filteredOn(order -> new UserId("user-39").equals(order.user()))
                .hasSizeGreaterThan(5);
    }

    @Test
    void givesEveryItemANameOfItsOwnAPriceAndANamedCategory() {
        assertThat(SHOP.items()).extracting(ShopItem::name).doesNotHaveDuplicates();
        assertThat(SHOP.items()).allSatisfy(item -> {
            assertThat(item.price()).isPositive();
            assertThat(item.attributes()).containsKey("category_name");
        });
        assertThat(SHOP.items()).extracting(ShopItem::inStock).contains(true, false);
    }

    @Test
    void hasCouponsThatAreLiveAndSomeThatAreOver() {
        assertThat(SHOP.coupons()).extracting(ShopCoupon::id).doesNotHaveDuplicates();
        assertThat(SHOP.coupons()).hasSize(18);
        assertThat(live()).hasSize(16);
    }

    @Test
    void hasACouponForEachCategoryAndMoreForEverythingTheUnhappierSomebodyIs() {
        assertThat(live())
                .filteredOn(coupon -> coupon.category() != null)
                .hasSize(12)
                .allMatch(coupon -> coupon.terms().minSeverity() == 1);
        assertThat(live())
                .filteredOn(coupon -> coupon.category() == null)
                .extracting(
                        coupon -> coupon.discountKind() + " " + coupon.discount(),
                        coupon -> coupon.terms().minSeverity(),
                        coupon -> coupon.terms().budget())
                .containsExactly(
                        tuple("amount 5", 2, null),
                        tuple("percent 10", 2, null),
                        tuple("percent 20", 3, null),
                        tuple("amount 25", 3, 25));
    }

    @Test
    void hasSomethingForThoseWhomNoCouponFits() {
        assertThat(SHOP.couponSettings()).singleElement().satisfies(settings -> {
            assertThat(settings.goodwillDiscountKind()).isEqualTo(DiscountKind.PERCENT);
            assertThat(settings.maxCouponsPerUser()).isEqualTo(3);
        });
    }

    private static List<ShopCoupon> live() {
        return SHOP.coupons().stream()
                .filter(coupon ->
                        coupon.withdrawnAt() == null && coupon.validUntil().isAfter(UNTIL))
                .toList();
    }

    @Test
    void writesNoKeyTwiceAndNoLineWithoutOrderItemOrUser() {
        Set<String> orders =
                new HashSet<>(SHOP.orders().stream().map(ShopOrder::id).toList());
        Set<ItemId> items =
                new HashSet<>(SHOP.items().stream().map(ShopItem::id).toList());
        Set<UserId> users =
                new HashSet<>(SHOP.users().stream().map(ShopUser::id).toList());

        assertThat(orders).hasSameSizeAs(SHOP.orders());
        assertThat(SHOP.lines().stream().map(line -> line.orderId() + "/" + line.lineNumber()))
                .doesNotHaveDuplicates();
        assertThat(SHOP.lines()).allMatch(line -> orders.contains(line.orderId()) && items.contains(line.item()));
        assertThat(SHOP.orders()).allMatch(order -> order.user() == null || users.contains(order.user()));
    }

    @Test
    void takesNoOrderBeforeItsUserRegistered() {
        Map<UserId, Instant> registered = SHOP.users().stream().collect(toMap(ShopUser::id, ShopUser::registeredAt));

        assertThat(SHOP.orders()).filteredOn(order -> order.user() != null).noneMatch(order -> order.orderedAt()
                .isBefore(registered.getOrDefault(order.user(), UNTIL)));
    }

    @Test
    void hasGuestsCancellationsChargesAndUsersWithoutOrders() {
        Set<UserId> buyers = new HashSet<>();
        SHOP.orders().stream().map(ShopOrder::user).filter(user -> user != null).forEach(buyers::add);

        assertThat(SHOP.orders()).anyMatch(order -> order.user() == null);
        assertThat(share(SHOP.orders(), order -> order.cancelledAt() != null)).isBetween(0.02, 0.04);
        assertThat(share(SHOP.orders(), order -> order.kind() == OrderKind.CANCELLATION))
                .isBetween(0.01, 0.03);
        assertThat(SHOP.charges()).isNotEmpty();
        assertThat(buyers).hasSizeLessThan(SHOP.users().size());
    }

    @Test
    void sellsAFewItemsOftenAndMostSeldom() {
        List<Long> sales = SHOP.lines().stream().collect(groupingBy(OrderLine::item, counting())).values().stream()
                .sorted(Comparator.reverseOrder())
                .toList();

        double topTenth = sales.stream().limit(100).mapToLong(Long::longValue).sum();

        assertThat(topTenth / SHOP.lines().size()).isBetween(0.3, 0.6);
        assertThat(sales).hasSizeGreaterThan(850);
    }

    @Test
    void buysAgainWhatIsUsedUp() {
        Map<String, ShopOrder> orders = SHOP.orders().stream().collect(toMap(ShopOrder::id, Function.identity()));
        Map<UserId, Set<ItemId>> owned = new HashMap<>();
        long repeated = 0;
        long all = 0;
        for (OrderLine line : SHOP.lines()) {
            ShopOrder order = orders.get(line.orderId());
            if (order != null && order.user() != null && order.kind() == OrderKind.SALE) {
                all++;
                repeated += owned.computeIfAbsent(order.user(), user -> new HashSet<>())
                                .add(line.item())
                        ? 0
                        : 1;
            }
        }

        assertThat((double) repeated / all).isBetween(0.15, 0.4);
    }

    @Test
    void sellsChristmasItemsBeforeChristmas() {
        Set<ItemId> festive = new HashSet<>(SHOP.items().stream()
                .filter(item -> item.name().startsWith("Christmas"))
                .map(ShopItem::id)
                .toList());
        Map<String, Instant> orderedAt = SHOP.orders().stream().collect(toMap(ShopOrder::id, ShopOrder::orderedAt));

        double inSeason = share(
                SHOP.lines().stream()
                        .filter(line -> festive.contains(line.item()))
                        .toList(),
                line -> month(orderedAt.getOrDefault(line.orderId(), UNTIL)).compareTo(Month.OCTOBER) >= 0);

        assertThat(inSeason).isGreaterThan(0.8);
    }

    @Test
    void canBeLearntFarBetterThanByPopularity() {
        SplitPurchases split = SplitPurchases.at(UNTIL.minus(Duration.ofDays(30)), SHOP);
        Map<ItemId, Double> popularity = split.popularity();
        Map<ItemId, Map<ItemId, Double>> similar = split.similarities();

        double byPopularity = split.recallOfNewItems(known -> popularity);
        double bySimilarity = split.recallOfNewItems(known -> {
            Map<ItemId, Double> scores = new HashMap<>();
            known.forEach(item -> similar.getOrDefault(item, Map.of())
                    .forEach((other, similarity) -> scores.merge(other, similarity, Double::sum)));
            return scores;
        });

        assertThat(byPopularity).isGreaterThan(0.01);
        assertThat(bySimilarity).isGreaterThan(1.8 * byPopularity);
    }

    @Test
    void refusesASizeThatIsNone() {
        assertThatThrownBy(() -> new SyntheticShopSize(10, 10, 13, 10))
                .isInstanceOf(TandemException.class)
                .hasMessage("categories is '13'; allowed: 1 to 12");
    }

    private static RecordedShop shop(SyntheticShopSize size, long seed, Instant until) {
        RecordedShop shop = new RecordedShop();
        new SyntheticShop(size, seed, until).writeTo(shop);
        return shop;
    }

    private static <T> double share(Collection<T> all, Predicate<T> condition) {
        return (double) all.stream().filter(condition).count() / all.size();
    }

    private static Month month(Instant at) {
        return at.atOffset(ZoneOffset.UTC).getMonth();
    }
}
