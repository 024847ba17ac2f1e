package dev.tandem.local.launcher.onlineretail;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.OrderKind;
import dev.tandem.local.launcher.shopdata.ShopItem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What all rows of one stock code say about the item. */
final class ItemSummary {
    static final String CATEGORY = "uncategorised";

    private static final Pattern WORD_IN_CAPITALS = Pattern.compile("\\p{Lu}{2}");
    private static final int PRICE_DECIMALS = 2;

    private final String code;
    private final Map<String, Use> descriptions = new HashMap<>();
    private @Nullable BigDecimal price;
    private Instant pricedAt = Instant.MIN;

    ItemSummary(String code) {
        this.code = code;
    }

    /** Takes a row of this code. Of two prices at one moment the one that comes later in the file counts. */
    void add(InvoiceRow row) {
        if (!row.description().isEmpty()) {
            descriptions.merge(row.description(), new Use(1, row.at()), Use::plus);
        }
        if (row.kind() == OrderKind.SALE && row.isPriced() && !row.at().isBefore(pricedAt)) {
            price = row.unitPrice().setScale(PRICE_DECIMALS, RoundingMode.HALF_UP);
            pricedAt = row.at();
        }
    }

    /**
     * The one description of the item: the most frequent that is no note, of equals the one used last, then the first by
     * alphabet. A note wins only where there is nothing else, and the code only where there is no note either.
     */
    String description() {
        Comparator<Map.Entry<String, Use>> best = Comparator.comparing(
                        (Map.Entry<String, Use> e) -> !isNote(e.getKey()))
                .thenComparing(e -> e.getValue().count())
                .thenComparing(e -> e.getValue().last())
                .thenComparing(Map.Entry.<String, Use>comparingByKey().reversed());
        return descriptions.entrySet().stream().max(best).map(Map.Entry::getKey).orElse(code);
    }

    ShopItem toItem() {
        return new ShopItem(new ItemId(code), description(), CATEGORY, price, true, Map.of());
    }

    /** Whether a description is a remark of the stock-keepers, such as '?', 'damaged' or 'wrongly coded 23343'. */
    static boolean isNote(String description) {
        return description.contains("?")
                || !WORD_IN_CAPITALS.matcher(description).find();
    }

    /** How often and when last a description was used. */
    private record Use(long count, Instant last) {
        Use plus(Use other) {
            return new Use(count + other.count, last.isAfter(other.last) ? last : other.last);
        }
    }
}
