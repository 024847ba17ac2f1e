package dev.tandem.local.launcher.onlineretail;

import java.util.Arrays;
import java.util.List;

/** A column of the file. */
enum RowColumn {
    INVOICE_NO("InvoiceNo"),
    STOCK_CODE("StockCode"),
    DESCRIPTION("Description"),
    QUANTITY("Quantity"),
    INVOICE_DATE("InvoiceDate"),
    UNIT_PRICE("UnitPrice"),
    CUSTOMER_ID("CustomerID"),
    COUNTRY("Country");

    private final String header;

    RowColumn(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }

    static List<String> headers() {
        return Arrays.stream(values()).map(RowColumn::header).toList();
    }
}
