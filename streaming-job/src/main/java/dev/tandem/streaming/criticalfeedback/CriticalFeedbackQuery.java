package dev.tandem.streaming.criticalfeedback;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackRoute;
import dev.tandem.core.schema.Topics;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.coupon.CouponBook;
import dev.tandem.streaming.coupon.CouponWatch;
import dev.tandem.streaming.query.Query;
import dev.tandem.streaming.query.QueryContext;
import dev.tandem.streaming.query.StreamSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers each critical feedback with an offer, on topic {@code tandem.offers.v1}: tasks read the feedback and what Cassandra
 * knows of whoever gave it, the driver chooses. Every score has a source of its own and so its share of each batch, however
 * long the others' queues are.
 */
public final class CriticalFeedbackQuery implements Query {
    /** The query's name. */
    public static final String NAME = "critical-feedback";

    private static final Logger log = LoggerFactory.getLogger(CriticalFeedbackQuery.class);
    private static final long MILLIS_BETWEEN_LOOKS = 500;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void warmUp(QueryContext context) {
        StreamSettings settings = context.settings();
        SharedSession cassandra = new SharedSession(settings.cassandra());
        int rounds = new Rehearsal(context, new KnowledgeTask(cassandra, settings.kafka()), cassandra).play();
        log.info("has rehearsed {} batches", rounds);
    }

    @Override
    public StreamingQuery start(QueryContext context) throws TimeoutException {
        StreamSettings settings = context.settings();
        SharedSession cassandra = new SharedSession(settings.cassandra());
        CouponWatch coupons = CouponWatch.begin(settings.postgres(), cassandra);
        OfferTopic topic =
                new OfferTopic(settings.kafka(), time -> context.metrics().time("tandem.feedback.time.to.offer", time));
        Answers answers = new Answers(cassandra, topic);
        Decisions decisions = new Decisions(new Grants(cassandra));
        KnowledgeTask task = new KnowledgeTask(cassandra, settings.kafka());
        FewTasks tasks = new FewTasks();
        VoidFunction2<Dataset<Row>, Long> batch = (records, id) -> {
            long begun = System.nanoTime();
            int parts = tasks.of(context.parts());
            Found found = context.make(records, parts, task::read).stream().reduce(Found.NOTHING, Found::plus);
            long read = System.nanoTime();
            tasks.did(found.feedback().size());
            CouponBook book = coupons.book();
            // Before anything is counted: these were given by a try that may not have come to say so.
            answers.carryOut(Decisions.unsent(found.feedback()), book);
            List<Decision> decided = decisions.decide(found.feedback(), book, Instant.now());
            long chosen = System.nanoTime();
            answers.carryOut(decided, book);
            context.metrics().step("read", Duration.ofNanos(read - begun));
            context.metrics().step("choose", Duration.ofNanos(chosen - read));
            context.metrics().step("answer", Duration.ofNanos(System.nanoTime() - chosen));
            context.metrics().wrote(decided.size(), found.rejected());
        };
        StreamingQuery query = context.writer(
                        this, records(context), settings.feedback().trigger())
                .foreachBatch(batch)
                .start();
        ReconciliationGauges reconciliations = new ReconciliationGauges(cassandra, context.metrics());
        Thread watch = new Thread(() -> watch(query, coupons, reconciliations), NAME + "-coupons");
        watch.setDaemon(true);
        watch.start();
        return query;
    }

    private static Dataset<Row> records(QueryContext context) {
        int partitions = context.partitions(Topics.CRITICAL_FEEDBACK);
        long most = context.settings().feedback().maxBatchRecords();
        if (partitions < Feedback.MOST_CRITICAL_SCORES) {
            return context.records(Topics.CRITICAL_FEEDBACK, 0, partitions, most);
        }
        return IntStream.rangeClosed(1, Feedback.MOST_CRITICAL_SCORES)
                .mapToObj(score -> context.records(
                        Topics.CRITICAL_FEEDBACK,
                        FeedbackRoute.firstPartition(score, partitions),
                        FeedbackRoute.firstPartition(score + 1, partitions),
                        most))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    /** Looks for other coupons, and for what reconciliations have found, for as long as the query runs. */
    private static void watch(StreamingQuery query, CouponWatch coupons, ReconciliationGauges reconciliations) {
        try {
            while (query.isActive()) {
                try {
                    coupons.look();
                    reconciliations.look();
                } catch (RuntimeException e) {
                    if (query.isActive()) {
                        log.warn("Cannot look for coupons and reconciliations, and tries again: {}", e.toString());
                    }
                }
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
