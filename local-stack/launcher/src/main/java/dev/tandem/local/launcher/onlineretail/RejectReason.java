package dev.tandem.local.launcher.onlineretail;

import java.util.Locale;

/** Why a row of the file cannot become part of an order. */
enum RejectReason {
    UNREADABLE_ROW("no CSV, or not as many fields as the header has"),
    MISSING_INVOICE("no invoice number, or one that is no id"),
    MISSING_STOCK_CODE("no stock code, or one that is no id"),
    BAD_QUANTITY("the quantity is no whole number"),
    ZERO_QUANTITY("nothing was bought or given back"),
    BAD_DATE("the date is not like 2010-12-01 08:26:00 or 12/1/2010 8:26"),
    BAD_PRICE("the price is no number below 100,000,000"),
    BAD_CUSTOMER("the customer is no id"),
    NEGATIVE_PRICE("an item with a price below zero"),
    NEGATIVE_QUANTITY_WITHOUT_CANCELLATION("an item taken out of stock: damaged, lost, counted"),
    POSITIVE_QUANTITY_ON_CANCELLATION("an item bought on a document that gives back"),
    CONFLICTING_CUSTOMER("another customer than the invoice began with"),
    STOCK_BOOKING("nothing on the invoice has a price, and nobody bought it: found, adjusted, sent out");

    private final String meaning;

    RejectReason(String meaning) {
        this.meaning = meaning;
    }

    /** The word in {@code import_rejects}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason in words. */
    String meaning() {
        return meaning;
    }
}
