package dev.tandem.local.launcher.shopdata;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What stands on an order and is no item: postage, fees, vouchers. Quantity and price may be negative.
 *
 * @param lineNumber position on the order, shared with its lines, from 1
 */
public record OrderCharge(
        String orderId,
        int lineNumber,
        String code,
        @Nullable String description,
        int quantity,
        BigDecimal unitPrice) {}
