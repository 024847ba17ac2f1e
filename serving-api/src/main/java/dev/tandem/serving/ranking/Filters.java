package dev.tandem.serving.ranking;

import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.IN_STOCK;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.shop.ItemId;
import dev.tandem.serving.http.QueryParameters;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a caller wants left out of a list.
 *
 * @param category all items are of this one; {@link #ALL_CATEGORIES} for any
 * @param excluded ids of items to leave out, at most {@value #MAX_EXCLUDED} as the caller wrote them
 * @param stock whether items that cannot be bought now are left out
 * @param purchases whether items that the user has bought are left out
 */
public record Filters(String category, Set<String> excluded, Choice stock, Choice purchases) {
    public static final String ALL_CATEGORIES = "*";
    public static final String EXCLUDE = "exclude";
    public static final String INCLUDE_PURCHASED = "include_purchased";

    private static final int MAX_CATEGORY_LENGTH = 200;
    private static final int MAX_EXCLUDED = 100;

    /** Whether something is left out or kept. */
    public enum Choice {
        LEAVE_OUT,
        KEEP
    }

    public Filters {
        excluded = Set.copyOf(excluded);
    }

    /** The filters of a query: {@code category}, {@code exclude}, {@code in_stock}, {@code include_purchased}. */
    public static Filters read(QueryParameters query) {
        return new Filters(
                checkedCategory(query.find(CATEGORY).orElse(ALL_CATEGORIES)),
                excluded(query.all(EXCLUDE)),
                query.isTrue(IN_STOCK, true) ? Choice.LEAVE_OUT : Choice.KEEP,
                query.isTrue(INCLUDE_PURCHASED, false) ? Choice.KEEP : Choice.LEAVE_OUT);
    }

    /** These filters, for lists whose items are of one category anyway. */
    public Filters ofAnyCategory() {
        return new Filters(ALL_CATEGORIES, excluded, stock, purchases);
    }

    /** Whether an item passes for all that is known of it besides its id. */
    boolean isOfAnyCategory() {
        return category.equals(ALL_CATEGORIES);
    }

    /** A text that two filters share only if they are equal. */
    String canonical() {
        String choices = category + '\n' + stock + '\n' + purchases;
        return excluded.isEmpty() ? choices : choices + '\n' + String.join("\n", new TreeSet<>(excluded));
    }

    /*
     * An id may have a comma in it, and clients differ in whether they encode the comma of a list. So both readings are
     * excluded: an id that nobody has costs nothing.
     */
    private static Set<String> excluded(List<String> values) {
        Set<String> ids = new LinkedHashSet<>();
        int given = 0;
        for (String value : values) {
            String[] parts = value.isEmpty() ? new String[0] : value.split(",", -1);
            given += parts.length;
            if (given > MAX_EXCLUDED) {
                throw TandemException.invalid(EXCLUDE, value, "at most " + MAX_EXCLUDED + " ids in all");
            }
            for (String part : parts) {
                ids.add(id(part));
            }
            if (parts.length > 1) {
                ids.add(value);
            }
        }
        return ids;
    }

    private static String id(String part) {
        try {
            return new ItemId(part).value();
        } catch (TandemException e) {
            throw TandemException.invalid(
                    EXCLUDE,
                    part,
                    "item ids parted by commas, each " + e.details().get("allowed"));
        }
    }

    /** A category that can be one; else the refusal of it. */
    public static String checkedCategory(String category) {
        boolean fits = !category.isBlank() && category.length() <= MAX_CATEGORY_LENGTH;
        if (!fits || category.chars().anyMatch(Character::isISOControl)) {
            throw TandemException.invalid(
                    CATEGORY,
                    category,
                    "1 to " + MAX_CATEGORY_LENGTH + " characters, not all blank, no control characters");
        }
        return category;
    }
}
