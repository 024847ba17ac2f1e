package dev.tandem.core.shop;

import dev.tandem.core.failure.TandemException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Whether the lines of an order were bought or given back. */
public enum OrderKind {
    SALE("sale"),
    CANCELLATION("cancellation");

    private final String word;

    OrderKind(String word) {
        this.word = word;
    }

    /** The kind that a word in tables and messages means. */
    public static OrderKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> TandemException.invalid(
                        "kind",
                        word,
                        Arrays.stream(values()).map(OrderKind::word).collect(Collectors.joining(", "))));
    }

    /** The word in tables and messages. */
    public String word() {
        return word;
    }
}
