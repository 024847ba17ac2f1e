package dev.tandem.local.launcher.writer;

import java.util.regex.Pattern;

/** Words from outside, as they may stand in the middle of a sentence. */
final class Quote {
    private static final int MOST = 80;
    private static final Pattern SPACE = Pattern.compile("[\\p{Cntrl}\\p{Z}]+");
    /** What would turn the direction of the text around it. */
    private static final Pattern DIRECTION = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F]");

    private static final Pattern QUOTATION_MARKS = Pattern.compile("[\"“”„«»]");
    private static final Pattern END = Pattern.compile("[\\s.,;:…–-]+$");

    private Quote() {}

    /** A name on one line. */
    static String line(String text) {
        return SPACE.matcher(DIRECTION.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /**
     * The beginning of a text, of {@value #MOST} characters at the most, cut behind a word. Quotation marks in it become
     * single ones, and the full stop at its end is left out, for it stands in quotation marks within a sentence.
     */
    static String shortened(String text) {
        String line = QUOTATION_MARKS.matcher(line(text)).replaceAll("'");
        if (line.codePointCount(0, line.length()) <= MOST) {
            return END.matcher(line).replaceAll("");
        }
        int most = line.offsetByCodePoints(0, MOST);
        int word = line.lastIndexOf(' ', most);
        return word > 0 ? END.matcher(line.substring(0, word)).replaceAll("") + " …" : line.substring(0, most) + "…";
    }
}
