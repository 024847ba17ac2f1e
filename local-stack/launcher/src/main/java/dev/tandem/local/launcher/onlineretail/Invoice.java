package dev.tandem.local.launcher.onlineretail;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.OrderKind;
import dev.tandem.core.shop.UserId;
import dev.tandem.local.launcher.shopdata.OrderCharge;
import dev.tandem.local.launcher.shopdata.OrderLine;
import dev.tandem.local.launcher.shopdata.ShopOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has been seen of one invoice so far. */
final class Invoice {
    private final String number;
    private int positions;
    private int lines;
    private int charges;
    private boolean priced;
    private @Nullable UserId customer;
    private OrderKind kind = OrderKind.SALE;
    private Instant orderedAt = Instant.MAX;
    private String country = "";

    Invoice(String number) {
        this.number = number;
    }

    /** The position of the next row; a row that is set aside has one too, so that to mend it moves no other. */
    int nextPosition() {
        positions++;
        return positions;
    }

    /** Whether a row of this customer may stand on the invoice, which becomes that of the first customer it meets. */
    boolean admits(@Nullable UserId other) {
        if (customer == null) {
            customer = other;
        }
        return other == null || other.equals(customer);
    }

    OrderLine line(InvoiceRow row, int position) {
        see(row);
        lines++;
        return new OrderLine(number, position, new ItemId(row.code()), row.quantity(), row.unitPrice());
    }

    OrderCharge charge(InvoiceRow row, int position) {
        see(row);
        charges++;
        String description = row.description().isEmpty() ? null : row.description();
        return new OrderCharge(number, position, row.code(), description, row.quantity(), row.unitPrice());
    }

    /** The head of the order. Where the rows of an invoice differ in time, it was ordered at the earliest. */
    ShopOrder toOrder() {
        return new ShopOrder(number, customer, orderedAt, kind, null);
    }

    boolean isOrder() {
        return lines + charges > 0;
    }

    /** Whether somebody bought this: a customer is known, or something on it has a price. */
    boolean isTrade() {
        return customer != null || priced;
    }

    @Nullable
    UserId customer() {
        return customer;
    }

    OrderKind kind() {
        return kind;
    }

    Instant orderedAt() {
        return orderedAt;
    }

    String country() {
        return country;
    }

    int lines() {
        return lines;
    }

    int charges() {
        return charges;
    }

    private void see(InvoiceRow row) {
        kind = row.kind();
        priced |= row.isPriced();
        orderedAt = row.at().isBefore(orderedAt) ? row.at() : orderedAt;
        country = row.country();
    }
}
