package dev.tandem.core.feedback;

import dev.tandem.core.shop.TenantId;
import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a user thinks of an item: a score of 1 to 5, with a text. What is missing in it is flagged.
 *
 * @param feedbackId tells it from others: two of a tenant with the same id are the same feedback
 * @param userId empty where there is none
 * @param itemId empty where there is none
 * @param score as it was given, and 0 where none was
 * @param text empty where there is none
 * @param ratedAt when, in whole milliseconds
 * @param receivedAt when the broker got it, in whole milliseconds
 * @param flags what is wrong with it; empty where nothing is
 */
public record Feedback(
        String feedbackId,
        TenantId tenant,
        String userId,
        String itemId,
        int score,
        String text,
        Instant ratedAt,
        Instant receivedAt,
        Set<FeedbackFlag> flags)
        implements Serializable {
    /** The score up to which a feedback is critical. */
    public static final int MOST_CRITICAL_SCORES = 3;

    private static final int MAX_SCORE = 5;

    public Feedback {
        flags = Set.copyOf(flags);
    }

    /** Whether a score is one of those that there are. */
    static boolean isScore(int score) {
        return score >= 1 && score <= MAX_SCORE;
    }

    /** Whether nothing is wrong with it. */
    public boolean isValid() {
        return flags.isEmpty();
    }

    /** Whether its score counts. */
    public boolean hasScore() {
        return isScore(score);
    }

    /** Whether its score is 1 to 3. */
    public boolean isCritical() {
        return score >= 1 && score <= MOST_CRITICAL_SCORES;
    }

    /** Whether it is answered with an offer: it is critical, and says whose it is. */
    public boolean isAnswerable() {
        return isCritical() && !userId.isEmpty();
    }

    /** How bad it is: 1 for a score of 3 up to 3 for a score of 1. Of a critical one only. */
    public int severity() {
        return MOST_CRITICAL_SCORES + 1 - score;
    }

    /** The key under which it is sent, so that one user's feedback of one score keeps its order. */
    public String key() {
        return tenant.value() + "/" + (userId.isEmpty() ? feedbackId : userId);
    }

    /** The words of its flags, in order. */
    public Set<String> flagWords() {
        Set<String> words = new TreeSet<>();
        flags.forEach(flag -> words.add(flag.word()));
        return words;
    }
}
