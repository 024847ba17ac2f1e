package dev.tandem.streaming.criticalfeedback;

import static dev.tandem.core.schema.Columns.ATTEMPTS;
import static dev.tandem.core.schema.Columns.COUPON_ID;
import static dev.tandem.core.schema.Columns.DELIVERED_AT;
import static dev.tandem.core.schema.Columns.FEEDBACK_ID;
import static dev.tandem.core.schema.Columns.OFFER;
import static dev.tandem.core.schema.Columns.OFFERED_AT;
import static dev.tandem.core.schema.Columns.SENT_AT;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.FeedbackTables.COUPON_GRANTS_BY_COUPON;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_BY_ID;
import static dev.tandem.core.schema.FeedbackTables.OFFERS_BY_USER;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferCodec;
import dev.tandem.runtime.cassandra.InFlight;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.coupon.CouponBook;
import dev.tandem.streaming.event.FeedbackRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stores what was decided and sends the offers. The decision is stored before anything follows from it, and that the broker
 * has the offer after all else: whoever does a batch again finds the one, and sends the same offer where the other is missing.
 */
final class Answers {
    private static final List<String> ANSWERED = Stream.concat(
                    FeedbackRow.COLUMNS.stream(), Stream.of(COUPON_ID, OFFER, OFFERED_AT))
            .toList();

    private final SharedSession cassandra;
    private final OfferTopic topic;

    Answers(SharedSession cassandra, OfferTopic topic) {
        this.cassandra = cassandra;
        this.topic = topic;
    }

    /** Done when Cassandra has every feedback and Kafka every offer. */
    void carryOut(Collection<Decision> decisions, CouponBook book) {
        if (decisions.isEmpty()) {
            return;
        }
        storeNew(decisions);
        InFlight writes = new InFlight(cassandra.session());
        for (Decision decision : decisions) {
            Offer offer = decision.offer();
            if (offer != null) {
                topic.send(offer);
            }
        }
        storeWhatFollows(decisions, book, writes);
        topic.finish();
        writes.finish();
        storeDelivery(decisions);
    }

    private void storeNew(Collection<Decision> decisions) {
        InFlight writes = new InFlight(cassandra.session());
        PreparedStatement answered = cassandra.insert(FEEDBACK_BY_ID, ANSWERED);
        PreparedStatement unanswered = cassandra.insert(FEEDBACK_BY_ID, FeedbackRow.COLUMNS);
        for (Decision decision : decisions) {
            if (decision.isNew()) {
                Offer offer = decision.offer();
                @Nullable Object[] values = FeedbackRow.values(decision.feedback());
                if (offer == null) {
                    writes.send(unanswered.bind(values));
                } else {
                    @Nullable Object[] more = Arrays.copyOf(values, ANSWERED.size());
                    more[FeedbackRow.COLUMNS.size()] = offer.couponId();
                    more[FeedbackRow.COLUMNS.size() + 1] = OfferCodec.text(offer);
                    more[FeedbackRow.COLUMNS.size() + 2] = offer.offeredAt();
                    writes.send(answered.bind(more));
                }
            }
        }
        writes.finish();
    }

    private void storeWhatFollows(Collection<Decision> decisions, CouponBook book, InFlight writes) {
        PreparedStatement offers = cassandra.insert(OFFERS_BY_USER);
        PreparedStatement grants = cassandra.insert(COUPON_GRANTS_BY_COUPON);
        for (Decision decision : decisions) {
            Feedback feedback = decision.feedback();
            String tenant = feedback.tenant().value();
            writes.send(FeedbackRow.ofDay(cassandra, feedback));
            Offer offer = decision.offer();
            if (offer != null) {
                @Nullable
                Object[] made = {
                    tenant,
                    feedback.userId(),
                    offer.offeredAt(),
                    offer.offerId(),
                    offer.couponId(),
                    OfferCodec.text(offer)
                };
                writes.send(offers.bind(made));
                for (String coupon : Grants.couponIds(offer, book.of(tenant))) {
                    writes.send(grants.bind(tenant, coupon, offer.offeredAt(), offer.offerId()));
                }
            }
        }
    }

    private void storeDelivery(Collection<Decision> decisions) {
        InFlight writes = new InFlight(cassandra.session());
        PreparedStatement delivered =
                cassandra.insert(FEEDBACK_BY_ID, List.of(TENANT_ID, FEEDBACK_ID, DELIVERED_AT, SENT_AT, ATTEMPTS));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (Decision decision : decisions) {
            Offer offer = decision.offer();
            if (offer != null) {
                Feedback feedback = decision.feedback();
                writes.send(
                        delivered.bind(feedback.tenant().value(), feedback.feedbackId(), now, now, offer.attempt()));
            }
        }
        writes.finish();
    }
}
