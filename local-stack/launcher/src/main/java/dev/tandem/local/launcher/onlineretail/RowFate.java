package dev.tandem.local.launcher.onlineretail;

/** What becomes of a row, judged without its neighbours. */
sealed interface RowFate {
    /** The row can become part of an order. */
    record Accepted(InvoiceRow row) implements RowFate {}

    /**
     * The row cannot become part of an order.
     *
     * @param invoice its invoice, on which it keeps its position; empty where that cannot be told
     */
    record SetAside(RejectReason reason, String invoice) implements RowFate {}
}
