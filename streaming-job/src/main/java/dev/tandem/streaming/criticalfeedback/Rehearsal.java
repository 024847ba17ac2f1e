package dev.tandem.streaming.criticalfeedback;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackCodec;
import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferCodec;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.coupon.CouponBook;
import dev.tandem.streaming.query.QueryContext;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads and answers made-up feedback of nobody, and writes nothing. What a JVM has not done yet takes it seconds, which the
 * first users would wait.
 */
final class Rehearsal {
    private static final TenantId NOBODYS = new TenantId("rehearsal");
    private static final long LONGEST_NANOS = Duration.ofSeconds(8).toNanos();
    private static final int ROUNDS = 60;
    private static final int FEEDBACK = 40;

    private static final StructType RECORDS = new StructType()
            .add("key", DataTypes.BinaryType)
            .add("value", DataTypes.BinaryType)
            .add("topic", DataTypes.StringType)
            .add("partition", DataTypes.IntegerType)
            .add("offset", DataTypes.LongType)
            .add("timestamp", DataTypes.TimestampType);

    private final QueryContext context;
    private final KnowledgeTask task;
    private final SharedSession cassandra;

    Rehearsal(QueryContext context, KnowledgeTask task, SharedSession cassandra) {
        this.context = context;
        this.task = task;
        this.cassandra = cassandra;
    }

    /** Some dozens of batches, or as many as there are in some seconds; how many. */
    int play() {
        long begun = System.nanoTime();
        int round = 0;
        while (round < ROUNDS && System.nanoTime() - begun < LONGEST_NANOS) {
            Dataset<Row> records = context.spark().createDataFrame(records(round), RECORDS);
            answer(context.make(records, task::rehearse).stream().reduce(Found.NOTHING, Found::plus));
            round++;
        }
        return round;
    }

    private void answer(Found found) {
        Decisions decisions = new Decisions(new Grants(cassandra));
        for (Decision decision :
                decisions.decide(found.feedback(), new CouponBook(Set.of(), Set.of()), Instant.now())) {
            Offer offer = decision.offer();
            if (offer != null) {
                OfferCodec.decode(OfferCodec.encode(offer));
            }
        }
    }

    private static List<Row> records(int round) {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        List<Row> records = new ArrayList<>(FEEDBACK);
        for (int i = 0; i < FEEDBACK; i++) {
            Feedback feedback = new Feedback(
                    round + "-" + i, NOBODYS, "user-" + i, "item-" + i, 1 + i % 3, "It broke.", now, now, Set.of());
            records.add(RowFactory.create(
                    feedback.key().getBytes(StandardCharsets.UTF_8),
                    FeedbackCodec.encode(feedback),
                    Topics.CRITICAL_FEEDBACK.name(),
                    i % 3,
                    (long) i,
                    Timestamp.from(now)));
        }
        return records;
    }
}
