package dev.tandem.serving.because;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An item of a user's history that speaks for another item.
 *
 * @param name what it is called; absent where the catalogue does not have it any more, as is the category
 * @param kind {@code order} where the user bought it, else {@code view}
 * @param share its part of all that is listed; the shares add up to 1
 */
record Reason(String itemId, @Nullable String name, @Nullable String category, String kind, BigDecimal share) {}
