package dev.tandem.core.failure;

/** A foreign value in a form that is safe to print: at most 64 characters, what cannot be printed escaped. */
public final class Shown {
    private static final int MAX_LENGTH = 64;

    private Shown() {}

    public static String of(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints().limit(MAX_LENGTH).forEach(c -> {
            if (!isPrintable(c)) {
                shown.append("\\u%04x".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        int length = value.codePointCount(0, value.length());
        if (length > MAX_LENGTH) {
            shown.append("… (").append(length).append(" characters)");
        }
        return shown.toString();
    }

    private static boolean isPrintable(int codePoint) {
        int type = Character.getType(codePoint);
        // Half of a surrogate pair has no form in UTF-8.
        return !Character.isISOControl(codePoint) && type != Character.FORMAT && type != Character.SURROGATE;
    }
}
