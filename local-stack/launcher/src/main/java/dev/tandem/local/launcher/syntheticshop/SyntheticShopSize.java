package dev.tandem.local.launcher.syntheticshop;

import dev.tandem.core.failure.TandemException;

/**
 * How large a synthetic shop is. A user places about five orders of about three lines, whatever the number of days.
 *
 * @param categories as many as there are departments at most
 * @param days the length of the shop's history
 */
public record SyntheticShopSize(int users, int items, int categories, int days) {
    /** Enough to learn from, and little enough that the whole demo takes a few minutes. */
    public static final SyntheticShopSize DEMO = new SyntheticShopSize(2_000, 1_000, 12, 180);

    private static final int MAX = 10_000_000;

    public SyntheticShopSize {
        check("users", users, MAX);
        check("items", items, MAX);
        check("categories", categories, Department.values().length);
        check("days", days, 3_650);
    }

    private static void check(String field, int value, int max) {
        if (value < 1 || value > max) {
            throw TandemException.invalid(field, String.valueOf(value), "1 to " + max);
        }
    }
}
