package dev.tandem.local.launcher.shopdata;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.shop.ItemId;
import java.math.BigDecimal;

/**
 * An item on an order.
 *
 * @param lineNumber position on the order, shared with its charges, from 1
 * @param quantity how many were bought, or given back where the order is a cancellation; never below 1
 */
public record OrderLine(String orderId, int lineNumber, ItemId item, int quantity, BigDecimal unitPrice) {
    public OrderLine {
        if (quantity < 1) {
            throw TandemException.invalid("quantity", String.valueOf(quantity), "1 or more");
        }
    }
}
