package dev.tandem.etl.reconciliation;

import static dev.tandem.core.schema.Columns.FEEDBACK_ID;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_RECONCILIATIONS;
import static org.apache.spark.sql.functions.col;

import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.cassandra.InFlight;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.runtime.job.JobContext;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.job.JobRunner;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves that each critical feedback that Kafka has taken for a tenant has its offer, and each offer its acknowledgement, and
 * sends again what is missing. A feedback without an offer is what somebody must look at, and named.
 */
public final class ReconcileFeedbackJob {
    static final String ID = "reconcile-feedback";

    private static final Logger log = LoggerFactory.getLogger(ReconcileFeedbackJob.class);

    private ReconcileFeedbackJob() {}

    public static void main(String[] args) {
        JobRunner.main(ID, args, new ReconcileFeedbackOptions(), ReconcileFeedbackJob::run);
    }

    static JobReport run(JobContext context, ReconcileFeedbackConfig config) {
        FeedbackTopics.requireThere(config.kafka());
        SharedSession cassandra = new SharedSession(config.job().cassandra());
        ReconcileTask task = new ReconcileTask(config.rules(), cassandra, config.kafka());
        Dataset<Row> records = AcceptedFeedback.read(
                context.spark(), config.kafka(), config.judged().start());
        Dataset<Row> decoded = AcceptedFeedback.decode(records, context.tenant(), config.judged())
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            long all = context.step("read critical feedback", decoded::count);
            long read = decoded.where(col(FEEDBACK_ID).isNotNull()).count();
            Findings findings = context.step("reconcile", () -> reconcile(decoded, task));
            context.step("record", () -> record(context.tenant(), config, findings, cassandra));
            return report(
                    context.report(config.interval()).count("read", read).count("unreadable", all - read), findings);
        } finally {
            decoded.unpersist();
        }
    }

    private static Findings reconcile(Dataset<Row> decoded, ReconcileTask task) {
        return AcceptedFeedback.distinct(decoded)
                .javaRDD()
                .mapPartitions(rows -> List.of(task.run(rows)).iterator())
                .collect()
                .stream()
                .reduce(Findings.NOTHING, Findings::plus);
    }

    private static void record(
            TenantId tenant, ReconcileFeedbackConfig config, Findings findings, SharedSession cassandra) {
        InFlight write = new InFlight(cassandra.session());
        write.send(cassandra
                .insert(FEEDBACK_RECONCILIATIONS)
                .bind(
                        tenant.value(),
                        config.interval().start(),
                        config.interval().end(),
                        findings.answerable(),
                        findings.count(Verdict.UNANSWERED),
                        findings.offered(),
                        findings.unacknowledged(),
                        findings.undeliverable()));
        write.finish();
    }

    private static JobReport report(JobReport counted, Findings findings) {
        long unanswered = findings.count(Verdict.UNANSWERED);
        JobReport report = counted.count("answerable", findings.answerable())
                .count("offered", findings.offered())
                .count("unanswered", unanswered)
                .count("republished", findings.republished())
                .count("acknowledged", findings.acknowledged())
                .count("unacknowledged", findings.unacknowledged())
                .count("sent_again", findings.count(Verdict.UNDELIVERED, Verdict.OVERDUE))
                .count("undeliverable", findings.undeliverable());
        if (unanswered == 0) {
            return report;
        }
        findings.unanswered().forEach(id -> log.error("without an answer: {}", id));
        String named = String.join(", ", findings.unanswered());
        return report.note("unanswered_ids", named)
                .find(
                        ("%d of %d critical feedback have no answer: %s%s. %d of them were sent to the stream again. See that"
                                        + " streaming-job runs its query critical-feedback, and run this job again")
                                .formatted(
                                        unanswered,
                                        findings.answerable(),
                                        named,
                                        unanswered > findings.unanswered().size() ? ", …" : "",
                                        findings.republished()));
    }
}
