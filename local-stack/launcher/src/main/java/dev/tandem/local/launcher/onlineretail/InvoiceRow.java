package dev.tandem.local.launcher.onlineretail;

import dev.tandem.core.shop.OrderKind;
import dev.tandem.core.shop.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of the file that makes sense by itself.
 *
 * @param invoice as it stands in the file, without blanks around it
 * @param code the stock code in upper case
 * @param description may be empty
 * @param quantity on a cancellation: how many were given back; below zero only where the code is no item
 * @param customer null where nobody was signed in
 */
record InvoiceRow(
        String invoice,
        OrderKind kind,
        String code,
        String description,
        int quantity,
        Instant at,
        BigDecimal unitPrice,
        @Nullable UserId customer,
        String country) {
    private static final Pattern ITEM_CODE = Pattern.compile("[0-9]{5}[A-Z]*");

    /** Whether the code is that of an item; postage, fees, vouchers and manual corrections have others. */
    boolean isItem() {
        return ITEM_CODE.matcher(code).matches();
    }

    boolean isPriced() {
        return unitPrice.signum() != 0;
    }
}
