package dev.tandem.local.launcher.onlineretail;

import dev.tandem.core.shop.OrderKind;
import dev.tandem.core.shop.UserId;
import dev.tandem.local.launcher.shopdata.ImportReject;
import dev.tandem.local.launcher.shopdata.ShopLoader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts rows together to orders, users and items, and counts what becomes of each. Lines go on at once; what is kept is a
 * summary of each invoice and item, and the rows whose fate only the rest of their invoice decides.
 */
final class InvoiceAssembly {
    private final ShopLoader shop;
    private final Map<String, Invoice> invoices = new LinkedHashMap<>();
    private final Map<String, ItemSummary> items = new TreeMap<>();
    private final List<HeldRow> held = new ArrayList<>();
    private final Map<RejectReason, Long> setAside = new EnumMap<>(RejectReason.class);
    private long rowsRead;

    InvoiceAssembly(ShopLoader shop) {
        this.shop = shop;
    }

    /** Takes a row. Rows of one invoice keep their order, and need not stand together. */
    void add(Origin origin, RowFate fate) {
        rowsRead++;
        if (fate instanceof RowFate.Accepted accepted) {
            place(origin, accepted.row());
        } else if (fate instanceof RowFate.SetAside refused) {
            if (!refused.invoice().isEmpty()) {
                invoice(refused.invoice()).nextPosition();
            }
            setAside(origin, refused.reason());
        }
    }

    /** Hands over what only the whole input tells: orders, users, items. */
    ImportAccount finish() {
        for (HeldRow row : held) {
            if (invoice(row.row().invoice()).isTrade()) {
                write(row.row(), row.position());
            } else {
                setAside(row.origin(), RejectReason.STOCK_BOOKING);
            }
        }
        List<Invoice> orders =
                invoices.values().stream().filter(Invoice::isOrder).toList();
        Collection<CustomerSummary> customers = customers(orders);
        customers.forEach(customer -> shop.user(customer.toUser()));
        items.values().forEach(item -> shop.item(item.toItem()));
        orders.forEach(order -> shop.order(order.toOrder()));
        return account(orders, customers.size());
    }

    private void place(Origin origin, InvoiceRow row) {
        Invoice invoice = invoice(row.invoice());
        int position = invoice.nextPosition();
        if (!invoice.admits(row.customer())) {
            setAside(origin, RejectReason.CONFLICTING_CUSTOMER);
        } else if (row.customer() == null && !row.isPriced()) {
            held.add(new HeldRow(origin, row, position));
        } else {
            write(row, position);
        }
    }

    private void write(InvoiceRow row, int position) {
        Invoice invoice = invoice(row.invoice());
        if (row.isItem()) {
            shop.line(invoice.line(row, position));
            items.computeIfAbsent(row.code(), ItemSummary::new).add(row);
        } else {
            shop.charge(invoice.charge(row, position));
        }
    }

    private void setAside(Origin origin, RejectReason reason) {
        shop.reject(new ImportReject(origin.source(), origin.lineNumber(), reason.code(), origin.line()));
        setAside.merge(reason, 1L, Long::sum);
    }

    private Invoice invoice(String number) {
        return invoices.computeIfAbsent(number, Invoice::new);
    }

    private static Collection<CustomerSummary> customers(List<Invoice> orders) {
        Map<UserId, CustomerSummary> customers = new LinkedHashMap<>();
        for (Invoice order : orders) {
            UserId customer = order.customer();
            if (customer != null) {
                customers.computeIfAbsent(customer, CustomerSummary::new).add(order);
            }
        }
        return customers.values();
    }

    private ImportAccount account(List<Invoice> orders, long users) {
        long signedIn = 0;
        long anonymous = 0;
        long cancelled = 0;
        long charges = 0;
        long cancellations = 0;
        for (Invoice order : orders) {
            boolean isSale = order.kind() == OrderKind.SALE;
            signedIn += isSale && order.customer() != null ? order.lines() : 0;
            anonymous += isSale && order.customer() == null ? order.lines() : 0;
            cancelled += isSale ? 0 : order.lines();
            cancellations += isSale ? 0 : 1;
            charges += order.charges();
        }
        return new ImportAccount(
                rowsRead,
                signedIn,
                anonymous,
                cancelled,
                charges,
                setAside,
                users,
                items.size(),
                orders.size(),
                cancellations);
    }

    /** Where a row comes from. */
    record Origin(String source, long lineNumber, String line) {}

    /** A row without customer and price: part of an order if its invoice is one, else the shop's own stock-keeping. */
    private record HeldRow(Origin origin, InvoiceRow row, int position) {}
}
