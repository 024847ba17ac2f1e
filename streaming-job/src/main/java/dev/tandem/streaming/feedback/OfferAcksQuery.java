package dev.tandem.streaming.feedback;

import dev.tandem.core.schema.Topics;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.query.PartedBatch;
import dev.tandem.streaming.query.Query;
import dev.tandem.streaming.query.QueryContext;
import dev.tandem.streaming.query.StreamSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.streaming.StreamingQuery;

/**
 * Acknowledgements of offers into {@code feedback_by_id}: {@code acknowledged_at} is the first one's, and an offer that
 * counted as undeliverable does so no more. Those of offers that there are not go to {@code <topic>.rejected}.
 */
public final class OfferAcksQuery implements Query {
    /** The query's name. */
    public static final String NAME = "offer-acks";

    /** An offer is sent again after minutes at the earliest, so that its acknowledgement may take a moment. */
    private static final Duration TRIGGER = Duration.ofMillis(500);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StreamingQuery start(QueryContext context) throws TimeoutException {
        StreamSettings settings = context.settings();
        OfferAckTask task = new OfferAckTask(new SharedSession(settings.cassandra()), settings.kafka());
        return context.writer(this, context.records(List.of(Topics.OFFER_ACKS)), settings.triggerOfAtLeast(TRIGGER))
                .foreachBatch(new PartedBatch(context, task))
                .start();
    }
}
