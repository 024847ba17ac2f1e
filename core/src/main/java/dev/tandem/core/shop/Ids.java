package dev.tandem.core.shop;

import dev.tandem.core.failure.TandemException;

/** The one rule for ids. */
final class Ids {
    private static final int MAX_LENGTH = 128;

    private Ids() {}

    static void check(String field, String value) {
        boolean fits = !value.isBlank() && value.length() <= MAX_LENGTH;
        if (!fits || value.chars().anyMatch(Character::isISOControl)) {
            throw TandemException.invalid(
                    field, value, "1 to " + MAX_LENGTH + " characters, not all blank, no control characters");
        }
    }
}
