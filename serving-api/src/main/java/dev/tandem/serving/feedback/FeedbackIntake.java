package dev.tandem.serving.feedback;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.schema.Topics;
import dev.tandem.serving.intake.EventIntake;
import dev.tandem.serving.intake.EventOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The way of feedback into Kafka, from whichever endpoint: what can be read and what cannot, each to where it belongs. */
public final class FeedbackIntake {
    /** The topics that feedback goes to. */
    public static final List<String> TOPICS = List.of(
            Topics.CRITICAL_FEEDBACK.name(), Topics.ROUTINE_FEEDBACK.name(), Topics.CRITICAL_FEEDBACK_REJECTED.name());

    private final EventIntake intake;
    private final MeterRegistry registry;

    public FeedbackIntake(EventIntake intake, MeterRegistry registry) {
        this.intake = intake;
        this.registry = registry;
    }

    /** After what time at the latest it is known what became of feedback. */
    public Duration patience() {
        return intake.patience();
    }

    /** Sends all of it or, where too much is under way, nothing; says what became of each. */
    public CompletionStage<List<EventOutcome>> take(List<ReceivedFeedback> received) {
        return intake.take(received.stream().map(ReceivedFeedback::reading).toList())
                .thenApply(outcomes -> {
                    for (int i = 0; i < outcomes.size(); i++) {
                        if (outcomes.get(i) instanceof EventOutcome.Accepted
                                && received.get(i) instanceof ReceivedFeedback.Legible legible) {
                            count(legible.feedback());
                        }
                    }
                    return outcomes;
                });
    }

    private void count(Feedback feedback) {
        Counter.builder("tandem.feedback.accepted")
                .description("Feedback that the broker acknowledged")
                .tags("critical", String.valueOf(feedback.isCritical()), "valid", String.valueOf(feedback.isValid()))
                .register(registry)
                .increment();
        feedback.flagWords().forEach(flag -> Counter.builder("tandem.feedback.flags")
                .description("What was wrong with feedback that was taken all the same")
                .tag("flag", flag)
                .register(registry)
                .increment());
    }
}
