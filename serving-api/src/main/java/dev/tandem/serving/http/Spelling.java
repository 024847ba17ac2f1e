package dev.tandem.serving.http;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which known word was probably meant by an unknown one. */
final class Spelling {
    private static final int MAX_LENGTH = 32;
    private static final int MAX_EDITS = 2;

    private Spelling() {}

    /** The known word at most two edits away, the nearest first; empty where none is as near. */
    static Optional<String> closest(String word, List<String> known) {
        if (word.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(candidate -> edits(lower, candidate) <= MAX_EDITS)
                .min(Comparator.comparingInt(candidate -> edits(lower, candidate)));
    }

    /** The Levenshtein distance: how many letters to insert, remove or replace. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
