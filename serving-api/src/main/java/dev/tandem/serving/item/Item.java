package dev.tandem.serving.item;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one item, as stored and as sent.
 *
 * @param name what it is called; absent where the shop gave none, as are the others
 * @param attributes what else the shop says about it
 */
public record Item(
        String itemId,
        @Nullable String name,
        @Nullable String category,
        @Nullable BigDecimal price,
        @Nullable Boolean inStock,
        Map<String, String> attributes) {
    public Item {
        attributes = Map.copyOf(attributes);
    }
}
