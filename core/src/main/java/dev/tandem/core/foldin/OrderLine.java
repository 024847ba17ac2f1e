package dev.tandem.core.foldin;

import dev.tandem.core.shop.OrderKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code order_lines_by_user}, as far as a user's history depends on it.
 *
 * @param cancelledAt when the sale was called off; null where it was not
 */
public record OrderLine(
        String orderId, String itemId, int quantity, Instant orderedAt, OrderKind kind, @Nullable Instant cancelledAt) {
    /** Whether the line stood at an instant: ordered before it, and not called off before it. */
    boolean stoodAt(Instant at) {
        return orderedAt.isBefore(at) && (cancelledAt == null || !cancelledAt.isBefore(at));
    }

    boolean isSale() {
        return kind == OrderKind.SALE;
    }

    /** What the line adds to what the user has. */
    int change() {
        return isSale() ? quantity : -quantity;
    }
}
