package dev.tandem.streaming.criticalfeedback;

import static dev.tandem.core.schema.CassandraTables.ORDER_LINES_BY_USER;
import static dev.tandem.core.schema.CassandraTables.USERS;
import static dev.tandem.core.schema.Columns.CANCELLED_AT;
import static dev.tandem.core.schema.Columns.COUPON_ID;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.KIND;
import static dev.tandem.core.schema.Columns.NAME;
import static dev.tandem.core.schema.Columns.OFFERED_AT;
import static dev.tandem.core.schema.Columns.OFFER_ID;
import static dev.tandem.core.schema.Columns.ORDER_ID;
import static dev.tandem.core.schema.Columns.QUANTITY;
import static dev.tandem.core.schema.Columns.UNIT_PRICE;
import static dev.tandem.core.schema.FeedbackTables.OFFERS_BY_USER;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.coupon.Recipient;
import dev.tandem.core.coupon.Recipient.PastOffer;
import dev.tandem.core.shop.OrderKind;
import dev.tandem.runtime.cassandra.SharedSession;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whom offers go to: a user's row, the orders up to {@link #MAX_LINES} lines, and the latest offers. */
final class Recipients {
    private static final int MAX_LINES = 500;
    private static final int MAX_OFFERS = 500;

    private final SharedSession cassandra;
    private final ItemFacts items;
    private final PreparedStatement users;
    private final PreparedStatement lines;
    private final PreparedStatement offers;

    Recipients(SharedSession cassandra) {
        this.cassandra = cassandra;
        this.items = ItemFacts.in(cassandra);
        this.users = cassandra.select(USERS, List.of(NAME));
        this.lines = cassandra.select(
                ORDER_LINES_BY_USER, List.of(ORDER_ID, ITEM_ID, QUANTITY, UNIT_PRICE, KIND, CANCELLED_AT), MAX_LINES);
        this.offers = cassandra.select(OFFERS_BY_USER, List.of(OFFER_ID, COUPON_ID, OFFERED_AT), MAX_OFFERS);
    }

    CompletableFuture<Recipient> find(String tenant, String user) {
        CompletableFuture<List<String>> names =
                read(users, 1, tenant, user, row -> Optional.ofNullable(row.getString(0)));
        CompletableFuture<Purchase.Sum> purchases =
                read(lines, MAX_LINES, tenant, user, Recipients::purchase).thenCompose(bought -> sum(tenant, bought));
        CompletableFuture<List<PastOffer>> made = read(offers, MAX_OFFERS, tenant, user, Recipients::offer);
        return names.thenCombine(purchases, Recipients::recipient).thenCombine(made, Recipients::withOffers);
    }

    private static Recipient recipient(List<String> names, Purchase.Sum bought) {
        return new Recipient(
                names.isEmpty() ? "" : names.get(0),
                bought.orders(),
                bought.meanOrderValue(),
                bought.categoryShares(),
                bought.items(),
                List.of());
    }

    private static Recipient withOffers(Recipient user, List<PastOffer> offers) {
        return new Recipient(
                user.name(), user.orders(), user.meanOrderValue(), user.categoryShares(), user.items(), offers);
    }

    private CompletableFuture<Purchase.Sum> sum(String tenant, List<Purchase> purchases) {
        Map<String, CompletableFuture<ItemFacts.Facts>> found = new HashMap<>();
        purchases.forEach(purchase -> found.computeIfAbsent(purchase.itemId(), item -> items.find(tenant, item)));
        return CompletableFuture.allOf(found.values().toArray(CompletableFuture[]::new))
                .thenApply(all -> {
                    Map<String, String> categories = new HashMap<>();
                    found.forEach(
                            (item, facts) -> categories.put(item, facts.join().category()));
                    return Purchase.sum(purchases, categories);
                });
    }

    private <T> CompletableFuture<List<T>> read(
            PreparedStatement select, int limit, String tenant, String user, Function<Row, Optional<T>> take) {
        return cassandra
                .session()
                .executeAsync(select.bind(tenant, user).setPageSize(limit).setIdempotent(true))
                .thenApply(page -> {
                    List<T> taken = new ArrayList<>();
                    page.currentPage().forEach(row -> take.apply(row).ifPresent(taken::add));
                    return taken;
                })
                .toCompletableFuture();
    }

    private static Optional<Purchase> purchase(Row row) {
        if (!OrderKind.SALE.word().equals(row.getString(4)) || row.getInstant(5) != null) {
            return Optional.empty();
        }
        BigDecimal price = row.getBigDecimal(3);
        double value = price == null ? 0 : price.doubleValue() * row.getInt(2);
        return Optional.of(new Purchase(text(row.getString(0)), text(row.getString(1)), value));
    }

    private static Optional<PastOffer> offer(Row row) {
        return Optional.of(
                new PastOffer(text(row.getString(0)), row.getString(1), Objects.requireNonNull(row.getInstant(2))));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
