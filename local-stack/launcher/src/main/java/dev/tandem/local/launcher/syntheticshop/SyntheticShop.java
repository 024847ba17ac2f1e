package dev.tandem.local.launcher.syntheticshop;

import dev.tandem.core.shop.UserId;
import dev.tandem.local.launcher.shopdata.ShopSink;
import dev.tandem.local.launcher.shopdata.ShopUser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The generator. It keeps the catalogue in memory and one shopper at a time; no clock is read.
 *
 * <p>Ids are {@code user-1}, {@code product-1}, {@code category-1}; {@code order-39-3} is the third order of
 * {@code user-39}, and {@code order-guest-7} one of nobody known. A user's orders depend on the seed and the catalogue
 * alone, not on how many users there are.
 */
public final class SyntheticShop {
    // Far apart, so that the random numbers of neighbouring seeds do not meet.
    private static final long CATALOG = 0x1000000000000000L;
    private static final long USERS = 0x2000000000000000L;
    private static final long GUESTS = 0x3000000000000000L;

    private static final double MEDIAN_ORDERS = 3.5;
    private static final double ORDERS_EXPONENT = 0.5;
    private static final int MAX_ORDERS = 60;
    private static final double SHARE_WITHOUT_ORDERS = 0.05;
    private static final double SHARE_NEW_USERS = 0.3;
    private static final int GUEST_ORDERS_PER_HUNDRED_USERS = 60;
    private static final Duration MAX_AGE_OF_OLD_USERS = Duration.ofDays(700);
    private static final List<String> COUNTRIES = List.of("Germany", "United Kingdom", "France", "Spain", "Italy");

    private final SyntheticShopSize size;
    private final long seed;
    private final Instant start;
    private final Instant until;
    private final Catalog catalog;

    /**
     * A shop whose history ends before {@code until}.
     *
     * @param seed another seed gives another catalogue, other people and other orders
     */
    public SyntheticShop(SyntheticShopSize size, long seed, Instant until) {
        this.size = size;
        this.seed = seed;
        this.until = until;
        this.start = until.minus(Duration.ofDays(size.days()));
        this.catalog = Catalog.create(size.items(), size.categories(), random(CATALOG, 0));
    }

    /** Hands over every item, coupon, user and order, and how critical feedback is answered. */
    public void writeTo(ShopSink sink) {
        catalog.items().forEach(item -> sink.item(item.toShopItem()));
        Coupons.of(size.categories(), until).forEach(sink::coupon);
        sink.couponSettings(Coupons.SETTINGS);
        OrderWriter orders = new OrderWriter(sink, until);
        for (int number = 1; number <= size.users(); number++) {
            writeUser(number, sink, orders);
        }
        long guestOrders = (long) size.users() * GUEST_ORDERS_PER_HUNDRED_USERS / 100;
        for (int number = 1; number <= guestOrders; number++) {
            SplittableRandom random = random(GUESTS, number);
            Instant at = OrderTimes.draw(1, start, until, random).get(0);
            List<CatalogItem> basket = new Shopper(catalog, random)
                    .basket(at.atOffset(ZoneOffset.UTC).getMonth());
            orders.write("guest-" + number, null, at, basket, random);
        }
    }

    private void writeUser(int number, ShopSink sink, OrderWriter orders) {
        SplittableRandom random = random(USERS, number);
        UserId id = new UserId("user-" + number);
        Instant registeredAt = registeredAt(random);
        String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
        sink.user(new ShopUser(id, PersonNames.draw(random), Map.of("country", country), registeredAt));

        Shopper shopper = new Shopper(catalog, random);
        Instant from = registeredAt.isBefore(start) ? start : registeredAt;
        int order = 0;
        for (Instant at : OrderTimes.draw(orderCount(random), from, until, random)) {
            order++;
            List<CatalogItem> basket =
                    shopper.basket(at.atOffset(ZoneOffset.UTC).getMonth());
            orders.write(number + "-" + order, id, at, basket, random);
        }
    }

    private Instant registeredAt(SplittableRandom random) {
        boolean isNew = random.nextDouble() < SHARE_NEW_USERS;
        Duration span = isNew ? Duration.between(start, until) : MAX_AGE_OF_OLD_USERS;
        return (isNew ? until : start).minusSeconds(1 + random.nextLong(span.toSeconds()));
    }

    /** A few for most, many for some (a Pareto law), none for those who only registered. */
    private static int orderCount(SplittableRandom random) {
        double activity = MEDIAN_ORDERS * Math.pow(2 * (1 - random.nextDouble()), -ORDERS_EXPONENT);
        int count = (int) Math.min(MAX_ORDERS, Math.round(activity));
        return random.nextDouble() < SHARE_WITHOUT_ORDERS ? 0 : count;
    }

    private SplittableRandom random(long stream, long number) {
        return new SplittableRandom(new SplittableRandom(seed + stream).nextLong() + number);
    }
}
