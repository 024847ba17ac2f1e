package dev.tandem.etl.reconciliation;

import static dev.tandem.core.schema.Columns.ACKNOWLEDGED_AT;
import static dev.tandem.core.schema.Columns.ATTEMPTS;
import static dev.tandem.core.schema.Columns.DELIVERED_AT;
import static dev.tandem.core.schema.Columns.FEEDBACK_ID;
import static dev.tandem.core.schema.Columns.OFFER;
import static dev.tandem.core.schema.Columns.OFFERED_AT;
import static dev.tandem.core.schema.Columns.OFFER_ID;
import static dev.tandem.core.schema.Columns.SENT_AT;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.UNDELIVERABLE_AT;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_BY_ID;
import static dev.tandem.core.schema.FeedbackTables.UNDELIVERABLE_OFFERS;

import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferId;
import dev.tandem.runtime.cassandra.InFlight;
import dev.tandem.runtime.cassandra.SharedSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The rows of {@code feedback_by_id} and {@code undeliverable_offers}. What is to be written is kept until {@link #write}. */
final class AnswerRows {
    private static final List<String> READ =
            List.of(OFFER, OFFERED_AT, DELIVERED_AT, ATTEMPTS, SENT_AT, ACKNOWLEDGED_AT, UNDELIVERABLE_AT);

    private final SharedSession cassandra;
    private final List<BoundStatement> writes = new ArrayList<>();

    AnswerRows(SharedSession cassandra) {
        this.cassandra = cassandra;
    }

    /** How it stands with each of some feedback, in their order; all are asked for at once. */
    List<FeedbackState> read(List<Accepted> accepted) {
        PreparedStatement select = cassandra.select(FEEDBACK_BY_ID, READ);
        List<CompletableFuture<FeedbackState>> asked = accepted.stream()
                .map(Accepted::feedback)
                .map(feedback -> select.bind(feedback.tenant().value(), feedback.feedbackId())
                        .setConsistencyLevel(DefaultConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotent(true))
                .map(query -> cassandra.session().executeAsync(query))
                .map(answer -> state(answer).toCompletableFuture())
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    /** The broker has an offer for the first time. */
    void delivered(Feedback feedback, Instant now) {
        insert(feedback, List.of(DELIVERED_AT, SENT_AT, ATTEMPTS), now, now, 1);
    }

    /** The broker has an offer once more. */
    void sent(Feedback feedback, int attempts, Instant now) {
        insert(feedback, List.of(SENT_AT, ATTEMPTS), now, attempts);
    }

    /** Nothing more is tried for an offer. */
    void undeliverable(Offer offer, int attempts, Instant now) {
        Feedback feedback = offer.feedback();
        writes.add(cassandra
                .insert(UNDELIVERABLE_OFFERS)
                .bind(feedback.tenant().value(), offer.offerId(), feedback.userId(), attempts, offer.offeredAt(), now));
        insert(feedback, List.of(UNDELIVERABLE_AT), now);
    }

    /** It arrived after all. */
    void deliverable(Feedback feedback) {
        String delete = "DELETE FROM %s WHERE %s = ? AND %s = ?"
                .formatted(cassandra.qualified(UNDELIVERABLE_OFFERS), TENANT_ID, OFFER_ID);
        writes.add(cassandra.prepare(delete).bind(feedback.tenant().value(), OfferId.of(feedback.feedbackId())));
        String clear = "DELETE %s FROM %s WHERE %s = ? AND %s = ?"
                .formatted(UNDELIVERABLE_AT, cassandra.qualified(FEEDBACK_BY_ID), TENANT_ID, FEEDBACK_ID);
        writes.add(cassandra.prepare(clear).bind(feedback.tenant().value(), feedback.feedbackId()));
    }

    /** Writes what was kept, and waits until it is there. */
    void write() {
        InFlight inFlight = new InFlight(cassandra.session());
        writes.forEach(inFlight::send);
        inFlight.finish();
        writes.clear();
    }

    private void insert(Feedback feedback, List<String> columns, Object... values) {
        List<String> names = new ArrayList<>(List.of(TENANT_ID, FEEDBACK_ID));
        names.addAll(columns);
        List<Object> bound = new ArrayList<>(List.of(feedback.tenant().value(), feedback.feedbackId()));
        bound.addAll(List.of(values));
        writes.add(cassandra.insert(FEEDBACK_BY_ID, names).bind(bound.toArray()));
    }

    private static CompletionStage<FeedbackState> state(CompletionStage<AsyncResultSet> answer) {
        return answer.thenApply(rows -> {
            Row row = rows.one();
            return row == null
                    ? FeedbackState.NONE
                    : new FeedbackState(
                            row.getString(OFFER),
                            row.getInstant(OFFERED_AT),
                            row.getInstant(DELIVERED_AT),
                            row.getInt(ATTEMPTS),
                            row.getInstant(SENT_AT),
                            row.getInstant(ACKNOWLEDGED_AT),
                            row.getInstant(UNDELIVERABLE_AT));
        });
    }
}
