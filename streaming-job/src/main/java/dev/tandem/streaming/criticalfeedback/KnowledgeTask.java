package dev.tandem.streaming.criticalfeedback;

import static dev.tandem.core.schema.Columns.DELIVERED_AT;
import static dev.tandem.core.schema.Columns.OFFER;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_BY_ID;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.coupon.Recipient;
import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackCodec;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.criticalfeedback.KnownFeedback.Stored;
import dev.tandem.streaming.event.EventRecord;
import dev.tandem.streaming.event.FeedbackRecords;
import dev.tandem.streaming.event.MisroutedFeedback;
import dev.tandem.streaming.event.Rejections;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reads the feedback of one part of a batch, with what Cassandra knows of each, carries away what is routine, and keeps what cannot be read. */
record KnowledgeTask(SharedSession cassandra, KafkaSettings kafka) implements Serializable {
    /** How much feedback is asked about at a time: each costs some five reads, and a connection has room for 1,024. */
    private static final int AT_ONCE = 100;

    /** Done when Kafka has every refused record and every feedback that belongs to the other topic. */
    Found read(Iterator<EventRecord> events) {
        FeedbackRecords records = new FeedbackRecords(cassandra);
        MisroutedFeedback misrouted = new MisroutedFeedback(kafka);
        Rejections rejections = new Rejections(kafka);
        List<Feedback> feedback = new ArrayList<>();
        while (events.hasNext()) {
            EventRecord event = events.next();
            try {
                Feedback one = records.feedback(event);
                if (MisroutedFeedback.isMisrouted(event, one)) {
                    misrouted.carry(event, one);
                } else {
                    feedback.add(one);
                }
            } catch (EventRefusal refusal) {
                rejections.add(event, refusal);
            }
        }
        List<KnownFeedback> known = knowAll(feedback);
        misrouted.finish();
        rejections.finish();
        return new Found(known, rejections.counts());
    }

    /** Reads feedback of nobody, and carries and keeps none of it. */
    Found rehearse(Iterator<EventRecord> events) {
        List<Feedback> feedback = new ArrayList<>();
        while (events.hasNext()) {
            EventRecord event = events.next();
            feedback.add(FeedbackCodec.decode(event.value(), event.receivedAt()));
        }
        return new Found(knowAll(feedback), Map.of());
    }

    private List<KnownFeedback> knowAll(List<Feedback> feedback) {
        List<KnownFeedback> known = new ArrayList<>(feedback.size());
        for (int from = 0; from < feedback.size(); from += AT_ONCE) {
            known.addAll(know(feedback.subList(from, Math.min(feedback.size(), from + AT_ONCE))));
        }
        return known;
    }

    private List<KnownFeedback> know(List<Feedback> feedback) {
        Recipients recipients = new Recipients(cassandra);
        ItemFacts items = ItemFacts.in(cassandra);
        PreparedStatement stored = cassandra.select(FEEDBACK_BY_ID, List.of(OFFER, DELIVERED_AT));
        List<CompletableFuture<KnownFeedback>> asked = feedback.stream()
                .map(one -> know(one, stored, recipients, items))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<KnownFeedback> know(
            Feedback feedback, PreparedStatement select, Recipients recipients, ItemFacts items) {
        String tenant = feedback.tenant().value();
        CompletableFuture<Recipient> recipient = feedback.isAnswerable()
                ? recipients.find(tenant, feedback.userId())
                : CompletableFuture.completedFuture(Recipient.UNKNOWN);
        return cassandra
                .session()
                .executeAsync(select.bind(tenant, feedback.feedbackId()).setIdempotent(true))
                .toCompletableFuture()
                .thenCombine(
                        items.find(tenant, feedback.itemId()),
                        (found, item) -> new KnownFeedback(
                                feedback, item.name(), item.category(), Recipient.UNKNOWN, stored(found)))
                .thenCombine(
                        recipient,
                        (known, user) ->
                                new KnownFeedback(feedback, known.itemName(), known.category(), user, known.stored()));
    }

    private static @Nullable Stored stored(AsyncResultSet found) {
        Row row = found.one();
        return row == null ? null : new Stored(row.getString(0), row.getInstant(1) != null);
    }
}
