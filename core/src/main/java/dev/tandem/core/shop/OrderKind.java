package dev.tandem.core.shop;

/** Whether the lines of an order were bought or given back. */
public enum OrderKind {
    SALE("sale"),
    CANCELLATION("cancellation");

    private final String word;

    OrderKind(String word) {
        this.word = word;
    }

    /** The word in tables and messages. */
    public String word() {
        return word;
    }
}
