package dev.tandem.local.launcher.syntheticshop;

import dev.tandem.core.shop.OrderKind;
import dev.tandem.core.shop.UserId;
import dev.tandem.local.launcher.shopdata.OrderCharge;
import dev.tandem.local.launcher.shopdata.OrderLine;
import dev.tandem.local.launcher.shopdata.ShopOrder;
import dev.tandem.local.launcher.shopdata.ShopSink;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Turns baskets into orders, some of which are called off or partly given back before the shop's history ends. */
final class OrderWriter {
    private static final double SHARE_CALLED_OFF = 0.03;
    private static final double SHARE_GIVEN_BACK = 0.02;
    private static final int MAX_HOURS_TO_CALL_OFF = 48;
    private static final int MAX_DAYS_TO_GIVE_BACK = 14;
    private static final double SHARE_ONE_MORE_PIECE = 0.2;
    private static final int MAX_PIECES = 6;
    private static final BigDecimal FREE_DELIVERY_FROM = new BigDecimal("25");
    private static final BigDecimal DELIVERY = new BigDecimal("3.95");

    private final ShopSink sink;
    private final Instant until;

    OrderWriter(ShopSink sink, Instant until) {
        this.sink = sink;
        this.until = until;
    }

    /**
     * Writes an order.
     *
     * @param number what follows {@code order-} in its id
     */
    void write(String number, @Nullable UserId user, Instant at, List<CatalogItem> basket, SplittableRandom random) {
        String id = "order-" + number;
        double fate = random.nextDouble();
        Instant calledOffAt = at.plus(Duration.ofHours(1 + random.nextInt(MAX_HOURS_TO_CALL_OFF)));
        boolean isCalledOff = fate < SHARE_CALLED_OFF && calledOffAt.isBefore(until);
        sink.order(new ShopOrder(id, user, at, OrderKind.SALE, isCalledOff ? calledOffAt : null));
        BigDecimal total = writeLines(id, basket, random);
        if (total.compareTo(FREE_DELIVERY_FROM) < 0) {
            sink.charge(new OrderCharge(id, basket.size() + 1, "DELIVERY", "Delivery", 1, DELIVERY));
        }
        Instant givenBackAt = at.plus(Duration.ofDays(1 + random.nextInt(MAX_DAYS_TO_GIVE_BACK)));
        boolean isGivenBack = fate >= SHARE_CALLED_OFF && fate < SHARE_CALLED_OFF + SHARE_GIVEN_BACK;
        if (isGivenBack && givenBackAt.isBefore(until)) {
            String document = "cancellation-" + number;
            CatalogItem item = basket.get(random.nextInt(basket.size()));
            sink.order(new ShopOrder(document, user, givenBackAt, OrderKind.CANCELLATION, null));
            sink.line(new OrderLine(document, 1, item.id(), 1, item.price()));
        }
    }

    private BigDecimal writeLines(String id, List<CatalogItem> basket, SplittableRandom random) {
        BigDecimal total = BigDecimal.ZERO;
        int number = 0;
        for (CatalogItem item : basket) {
            number++;
            int pieces = 1;
            while (pieces < MAX_PIECES && random.nextDouble() < SHARE_ONE_MORE_PIECE) {
                pieces++;
            }
            sink.line(new OrderLine(id, number, item.id(), pieces, item.price()));
            total = total.add(item.price().multiply(BigDecimal.valueOf(pieces)));
        }
        return total;
    }
}
