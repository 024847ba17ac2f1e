package dev.tandem.local.launcher.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.schema.Columns;

/** A feedback of a run. */
record NumberedFeedback(int number, Feedback feedback) implements NumberedEvent {
    @Override
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put(Columns.FEEDBACK_ID, feedback.feedbackId())
                .put(Columns.USER_ID, feedback.userId())
                .put(Columns.ITEM_ID, feedback.itemId())
                .put(Columns.SCORE, feedback.score())
                .put(Columns.TEXT, feedback.text())
                .put(Columns.RATED_AT, feedback.ratedAt().toString());
    }
}
