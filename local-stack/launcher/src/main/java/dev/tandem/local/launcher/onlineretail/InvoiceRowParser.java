package dev.tandem.local.launcher.onlineretail;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.OrderKind;
import dev.tandem.core.shop.UserId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a line of the file into its fate, by the rules that need no other line. */
final class InvoiceRowParser {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("([+-]?[0-9]{1,9})(\\.0*)?");
    private static final Pattern MONEY = Pattern.compile("[+-]?[0-9]{1,8}(\\.[0-9]{0,12})?");
    private static final Pattern CUSTOMER = Pattern.compile("(.*?)(\\.0*)?");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "[uuuu-MM-dd['T'][' ']HH:mm[:ss]][M/d/uuuu H:mm[:ss]]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final int PRICE_DECIMALS = 4;

    private final CsvHeader header;
    private final ZoneId zone;

    /** A parser for the rows under one header, whose dates are local times of {@code zone}. */
    InvoiceRowParser(CsvHeader header, ZoneId zone) {
        this.header = header;
        this.zone = zone;
    }

    RowFate parse(String line) {
        List<String> fields = CsvLine.fields(line);
        if (fields.size() != header.size()) {
            return new RowFate.SetAside(RejectReason.UNREADABLE_ROW, "");
        }
        String invoice = field(fields, RowColumn.INVOICE_NO);
        if (!isId(invoice)) {
            return new RowFate.SetAside(RejectReason.MISSING_INVOICE, "");
        }
        try {
            return new RowFate.Accepted(row(invoice, fields));
        } catch (RefusedRow refused) {
            return new RowFate.SetAside(refused.reason, invoice);
        }
    }

    private InvoiceRow row(String invoice, List<String> fields) throws RefusedRow {
        String code = field(fields, RowColumn.STOCK_CODE).toUpperCase(Locale.ROOT);
        if (!isId(code)) {
            throw new RefusedRow(RejectReason.MISSING_STOCK_CODE);
        }
        int quantity = quantity(field(fields, RowColumn.QUANTITY));
        Instant at = instant(field(fields, RowColumn.INVOICE_DATE));
        boolean isCancellation = invoice.startsWith("C") || invoice.startsWith("c");
        InvoiceRow row = new InvoiceRow(
                invoice,
                isCancellation ? OrderKind.CANCELLATION : OrderKind.SALE,
                code,
                BLANKS.matcher(field(fields, RowColumn.DESCRIPTION)).replaceAll(" "),
                isCancellation ? -quantity : quantity,
                at,
                price(field(fields, RowColumn.UNIT_PRICE)),
                customer(field(fields, RowColumn.CUSTOMER_ID)),
                field(fields, RowColumn.COUNTRY));
        if (row.isItem()) {
            checkItem(row);
        }
        return row;
    }

    private static void checkItem(InvoiceRow row) throws RefusedRow {
        if (row.unitPrice().signum() < 0) {
            throw new RefusedRow(RejectReason.NEGATIVE_PRICE);
        }
        if (row.quantity() < 0) {
            throw new RefusedRow(
                    row.kind() == OrderKind.SALE
                            ? RejectReason.NEGATIVE_QUANTITY_WITHOUT_CANCELLATION
                            : RejectReason.POSITIVE_QUANTITY_ON_CANCELLATION);
        }
    }

    private static int quantity(String text) throws RefusedRow {
        Matcher number = WHOLE_NUMBER.matcher(text);
        if (!number.matches()) {
            throw new RefusedRow(RejectReason.BAD_QUANTITY);
        }
        int quantity = Integer.parseInt(number.group(1));
        if (quantity == 0) {
            throw new RefusedRow(RejectReason.ZERO_QUANTITY);
        }
        return quantity;
    }

    private static BigDecimal price(String text) throws RefusedRow {
        if (!MONEY.matcher(text).matches()) {
            throw new RefusedRow(RejectReason.BAD_PRICE);
        }
        return new BigDecimal(text).setScale(PRICE_DECIMALS, RoundingMode.HALF_UP);
    }

    /** Customer 17850 stands as {@code 17850.0} in files that went through a table of floating-point numbers. */
    private static @Nullable UserId customer(String text) throws RefusedRow {
        Matcher customer = CUSTOMER.matcher(text);
        if (text.isEmpty() || !customer.matches()) {
            return null;
        }
        if (!isId(customer.group(1))) {
            throw new RefusedRow(RejectReason.BAD_CUSTOMER);
        }
        return new UserId(customer.group(1));
    }

    private Instant instant(String text) throws RefusedRow {
        try {
            return LocalDateTime.parse(text, DATE).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new RefusedRow(RejectReason.BAD_DATE, e);
        }
    }

    private String field(List<String> fields, RowColumn column) {
        return fields.get(header.position(column)).strip();
    }

    private static boolean isId(String text) {
        try {
            return !new ItemId(text).value().isEmpty();
        } catch (TandemException e) {
            return false;
        }
    }

    /** Ends the parsing of a row that cannot be used. */
    private static final class RefusedRow extends Exception {
        private static final long serialVersionUID = 1L;

        private final RejectReason reason;

        RefusedRow(RejectReason reason) {
            this(reason, null);
        }

        RefusedRow(RejectReason reason, @Nullable Throwable cause) {
            super(reason.meaning(), cause, false, false);
            this.reason = reason;
        }
    }
}
