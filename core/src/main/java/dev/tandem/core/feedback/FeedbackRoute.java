package dev.tandem.core.feedback;

import dev.tandem.core.schema.Topic;
import dev.tandem.core.schema.Topics;

/** Which way a feedback, and the offer that answers it, takes through Kafka. */
public final class FeedbackRoute {
    private FeedbackRoute() {}

    /** The topic of a feedback. */
    public static Topic topic(Feedback feedback) {
        return feedback.isCritical() ? Topics.CRITICAL_FEEDBACK : Topics.ROUTINE_FEEDBACK;
    }

    /**
     * The partition of a critical feedback or of its offer. Each score has a third of the partitions, those of score 1 first,
     * so that it never stands behind a milder one; within them the key decides. With two the milder ones share the second.
     *
     * @param score 1 to 3
     * @param partitions that the topic has; of a number that three does not divide, score 3 has the rest too
     */
    public static int partition(int score, String key, int partitions) {
        if (partitions < Feedback.MOST_CRITICAL_SCORES) {
            return Math.min(score, partitions) - 1;
        }
        int first = firstPartition(score, partitions);
        return first + StableHash.of(key, firstPartition(score + 1, partitions) - first);
    }

    /** The first partition of a score's where there are three or more, and of score 4 the number of all. */
    public static int firstPartition(int score, int partitions) {
        return score > Feedback.MOST_CRITICAL_SCORES
                ? partitions
                : (score - 1) * (partitions / Feedback.MOST_CRITICAL_SCORES);
    }
}
