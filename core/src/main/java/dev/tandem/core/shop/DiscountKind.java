package dev.tandem.core.shop;

import dev.tandem.core.failure.TandemException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a discount is measured in. */
public enum DiscountKind {
    /** Per cent of the price. */
    PERCENT("percent"),
    /** An amount in the shop's currency. */
    AMOUNT("amount");

    private final String word;

    DiscountKind(String word) {
        this.word = word;
    }

    /** The kind that a word in tables and messages means. */
    public static DiscountKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> TandemException.invalid(
                        "discount_kind",
                        word,
                        Arrays.stream(values()).map(DiscountKind::word).collect(Collectors.joining(", "))));
    }

    /** The word in tables and messages. */
    public String word() {
        return word;
    }
}
