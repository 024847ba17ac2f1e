package dev.tandem.core.feedback;

import dev.tandem.core.schema.Topic;
import dev.tandem.core.schema.Topics;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Which way a feedback, and the offer that answers it, takes through Kafka. */
public final class FeedbackRoute {
    private FeedbackRoute() {}

    /** The topic of a feedback. */
    public static Topic topic(Feedback feedback) {
        return feedback.isCritical() ? Topics.CRITICAL_FEEDBACK : Topics.ROUTINE_FEEDBACK;
    }

    /**
     * The partition of a critical feedback or of its offer. Each score has a third of the partitions, those of score 1 first,
     * so that it never stands behind a milder one; within them the key decides. With fewer than three all share what there
     * is.
     *
     * @param score 1 to 3
     * @param partitions that the topic has; of a number that three does not divide, score 3 has the rest too
     */
    public static int partition(int score, String key, int partitions) {
        int first = firstPartition(score, partitions);
        int own = firstPartition(score + 1, partitions) - first;
        return own < 1 ? Math.min(score, partitions) - 1 : first + (int) (hash(key) % own);
    }

    /** The first partition of a score's, and of score 4 the number of all. */
    public static int firstPartition(int score, int partitions) {
        return score > Feedback.MOST_CRITICAL_SCORES
                ? partitions
                : (score - 1) * (partitions / Feedback.MOST_CRITICAL_SCORES);
    }

    private static long hash(String key) {
        CRC32C crc = new CRC32C();
        crc.update(key.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
