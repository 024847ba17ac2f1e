package dev.tandem.streaming.feedback;

import static dev.tandem.core.schema.Columns.ACKNOWLEDGED_AT;
import static dev.tandem.core.schema.Columns.FEEDBACK_ID;
import static dev.tandem.core.schema.Columns.OFFERED_AT;
import static dev.tandem.core.schema.Columns.OFFER_ID;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.UNDELIVERABLE_AT;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_BY_ID;
import static dev.tandem.core.schema.FeedbackTables.UNDELIVERABLE_OFFERS;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.event.RefusalReason;
import dev.tandem.core.failure.Shown;
import dev.tandem.core.offer.OfferAck;
import dev.tandem.core.offer.OfferId;
import dev.tandem.runtime.cassandra.InFlight;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.event.EventRecord;
import dev.tandem.streaming.event.Rejections;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Acknowledgements on their way to Cassandra. The first of an offer counts: that is found out by reading before writing, so
 * that of two which come on two partitions in the same moment the later one may stay, for which the applications that send
 * them have to use two keys for one offer. An offer's row is there before the offer is sent: none is too early.
 *
 * <p>What says that an offer is undeliverable goes before the acknowledgement comes: whoever is cut off between them finds no
 * acknowledgement, and does both again.
 */
final class Acknowledgements {
    /** Many reads at once. */
    private static final int BLOCK = 128;

    private final FeedbackRows rows;
    private final Rejections rejections;
    private final PreparedStatement acknowledge;
    private final PreparedStatement acknowledgeUndeliverable;
    private final PreparedStatement forgetUndeliverable;
    private final InFlight writes;
    private final List<Received> block = new ArrayList<>(BLOCK);
    private long written;

    /**
     * @param rejections where those go whose offer there is not
     */
    Acknowledgements(SharedSession cassandra, Rejections rejections) {
        this.rows = new FeedbackRows(cassandra, List.of(OFFERED_AT, ACKNOWLEDGED_AT, UNDELIVERABLE_AT));
        this.rejections = rejections;
        this.acknowledge = cassandra.prepare(update(cassandra, "%s = ?".formatted(ACKNOWLEDGED_AT)));
        this.acknowledgeUndeliverable =
                cassandra.prepare(update(cassandra, "%s = ?, %s = null".formatted(ACKNOWLEDGED_AT, UNDELIVERABLE_AT)));
        this.forgetUndeliverable = cassandra.prepare("DELETE FROM %s WHERE %s = ? AND %s = ?"
                .formatted(cassandra.qualified(UNDELIVERABLE_OFFERS), TENANT_ID, OFFER_ID));
        this.writes = new InFlight(cassandra.session());
    }

    /** An acknowledgement, the record that it is from, and the feedback that its offer answers. */
    private record Received(EventRecord event, OfferAck ack, FeedbackKey feedback) {}

    void add(EventRecord event, OfferAck ack) {
        String feedback = OfferId.feedbackId(ack.offerId()).orElseThrow(() -> unknown(ack));
        block.add(new Received(event, ack, new FeedbackKey(ack.tenant(), feedback)));
        if (block.size() == BLOCK) {
            write();
        }
    }

    /** Done when Cassandra has everything; how many offers were acknowledged. */
    long finish() {
        write();
        return written;
    }

    private void write() {
        Map<FeedbackKey, Row> found =
                rows.find(block.stream().map(Received::feedback).collect(Collectors.toSet()));
        Map<FeedbackKey, OfferAck> first = new LinkedHashMap<>();
        for (Received received : block) {
            Row row = found.get(received.feedback());
            if (row == null || row.isNull(OFFERED_AT)) {
                rejections.add(received.event(), unknown(received.ack()));
            } else if (row.isNull(ACKNOWLEDGED_AT)) {
                first.putIfAbsent(received.feedback(), received.ack());
            }
        }
        block.clear();
        Set<FeedbackKey> undeliverable = new HashSet<>(first.keySet());
        undeliverable.removeIf(key -> Objects.requireNonNull(found.get(key)).isNull(UNDELIVERABLE_AT));
        write(first, undeliverable);
        written += first.size();
    }

    private void write(Map<FeedbackKey, OfferAck> first, Set<FeedbackKey> undeliverable) {
        for (FeedbackKey key : undeliverable) {
            writes.send(forgetUndeliverable.bind(key.tenant().value(), OfferId.of(key.feedbackId())));
        }
        writes.finish();
        first.forEach((key, ack) -> {
            PreparedStatement update = undeliverable.contains(key) ? acknowledgeUndeliverable : acknowledge;
            writes.send(update.bind(ack.acknowledgedAt(), key.tenant().value(), key.feedbackId()));
        });
        writes.finish();
    }

    private static String update(SharedSession cassandra, String assignments) {
        return "UPDATE %s SET %s WHERE %s = ? AND %s = ?"
                .formatted(cassandra.qualified(FEEDBACK_BY_ID), assignments, TENANT_ID, FEEDBACK_ID);
    }

    private static EventRefusal unknown(OfferAck ack) {
        return new EventRefusal(
                RefusalReason.UNKNOWN_OFFER,
                OFFER_ID,
                ack.offerId(),
                "Tenant %s has made no offer %s; send the offer_id that the offer has"
                        .formatted(ack.tenant(), Shown.of(ack.offerId())));
    }
}
