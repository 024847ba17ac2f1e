package dev.tandem.serving.feedback;

import static dev.tandem.core.schema.Columns.FEEDBACK_ID;
import static dev.tandem.core.schema.Columns.FLAGS;
import static dev.tandem.core.schema.Columns.RATED_AT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackCodec;
import dev.tandem.serving.http.ErrorCode;
import dev.tandem.serving.intake.BatchForm;
import dev.tandem.serving.intake.EventMessage;
import io.javalin.http.HttpStatus;
import java.util.List;

/** How an answer about feedback is worded: it says what was found. */
record FeedbackForm(List<ReceivedFeedback> received) implements BatchForm {
    @Override
    public String list() {
        return "feedback";
    }

    @Override
    public HttpStatus allTaken() {
        return HttpStatus.CREATED;
    }

    @Override
    public ErrorCode noneTaken() {
        return ErrorCode.INVALID_FEEDBACK;
    }

    @Override
    public String whyNoneTaken() {
        return "None of the feedback can be read; feedback says of each what is wrong with it. All of it is kept";
    }

    @Override
    public String whatToSendAgain() {
        return "The broker did not acknowledge every feedback in time. Send those that feedback calls unacknowledged again,"
                + " with the feedback_id and the rated_at that stand there: what was taken after all is not taken twice";
    }

    @Override
    public void taken(ObjectNode entry, int index, EventMessage event) {
        if (received.get(index) instanceof ReceivedFeedback.Legible legible) {
            Feedback feedback = legible.feedback();
            entry.put(FEEDBACK_ID, feedback.feedbackId()).put(FeedbackCodec.VALID, feedback.isValid());
            feedback.flagWords().forEach(entry.putArray(FLAGS)::add);
            entry.put("critical", feedback.isCritical()).put("answered", feedback.isAnswerable());
        }
    }

    @Override
    public void unacknowledged(ObjectNode entry, int index, EventMessage event) {
        if (received.get(index) instanceof ReceivedFeedback.Legible legible) {
            entry.put(FEEDBACK_ID, legible.feedback().feedbackId())
                    .put(RATED_AT, legible.feedback().ratedAt().toString());
        }
    }
}
