package dev.tandem.etl.reconciliation;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferCodec;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.runtime.cassandra.SharedSession;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;

/**
 * The work of one Spark task: a part of the feedback, some at a time. What is sent is written down only when the broker has
 * it: a task that dies in between sends it once more, and to whom an offer comes twice sees so by its id.
 */
record ReconcileTask(Rules rules, SharedSession cassandra, KafkaSettings kafka) implements Serializable {
    private static final int AT_ONCE = 256;

    /** @param rows as from {@link AcceptedFeedback#distinct} */
    Findings run(Iterator<Row> rows) {
        Findings findings = Findings.NOTHING;
        if (!rows.hasNext()) {
            return findings;
        }
        try (FeedbackTopics topics = new FeedbackTopics(kafka)) {
            AnswerRows answers = new AnswerRows(cassandra);
            while (rows.hasNext()) {
                findings = findings.plus(reconcile(next(rows), topics, answers));
            }
        }
        return findings;
    }

    private static List<Accepted> next(Iterator<Row> rows) {
        List<Accepted> some = new ArrayList<>();
        while (rows.hasNext() && some.size() < AT_ONCE) {
            some.add(Accepted.of(rows.next()));
        }
        return some;
    }

    private Findings reconcile(List<Accepted> some, FeedbackTopics topics, AnswerRows answers) {
        Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        List<String> unanswered = new ArrayList<>();
        long republished = 0;
        List<FeedbackState> states = answers.read(some);
        for (int i = 0; i < some.size(); i++) {
            Accepted accepted = some.get(i);
            Verdict verdict = rules.judge(states.get(i));
            verdicts.merge(verdict, 1L, Long::sum);
            if (verdict == Verdict.UNANSWERED) {
                unanswered.add(accepted.feedback().feedbackId());
                if (rules.isRepublished(accepted)) {
                    topics.republish(accepted.feedback(), rules.now());
                    republished++;
                }
            } else {
                act(verdict, accepted.feedback(), states.get(i), topics, answers);
            }
        }
        topics.await();
        answers.write();
        return Findings.NOTHING.plus(new Findings(verdicts, republished, unanswered));
    }

    private void act(
            Verdict verdict, Feedback feedback, FeedbackState state, FeedbackTopics topics, AnswerRows answers) {
        switch (verdict) {
            case UNDELIVERED -> {
                topics.send(offer(state).again(1));
                answers.delivered(feedback, rules.now());
            }
            case OVERDUE -> {
                int attempts = state.attempts() + 1;
                topics.send(offer(state).again(attempts));
                answers.sent(feedback, attempts, rules.now());
            }
            case HOPELESS -> answers.undeliverable(offer(state), state.attempts(), rules.now());
            case ACKNOWLEDGED_AFTER_ALL -> answers.deliverable(feedback);
            case UNANSWERED, WAITING, UNDELIVERABLE, ACKNOWLEDGED -> {}
        }
    }

    private static Offer offer(FeedbackState state) {
        return OfferCodec.decode(Objects.requireNonNull(state.offer()).getBytes(StandardCharsets.UTF_8));
    }
}
