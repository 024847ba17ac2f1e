package dev.tandem.etl.reconciliation;

import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_BY_ID;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_RECONCILIATIONS;
import static dev.tandem.core.schema.FeedbackTables.UNDELIVERABLE_OFFERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.schema.Topics;
import dev.tandem.etl.reconciliation.FeedbackShop.Message;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.testing.SparkExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs a few times over much, since each run reads Kafka with Spark. */
@ExtendWith(SparkExtension.class)
class ReconcileFeedbackIT {
    /** Near to what the broker calls now, or it would drop old records and refuse those of the future. */
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final DataInterval interval = DataInterval.upTo(now, Duration.ofHours(12));

    private final SparkSession spark = SparkSession.active();
    private final FeedbackShop shop = new FeedbackShop(spark);

    private Instant ago(long minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }

    @Test
    void whatHasNoAnswerIsNamedSentToTheStreamAgainAndFoundUntilItIsAnswered() throws Exception {
        FeedbackShop other = new FeedbackShop(spark);
        other.accept("others", "u1", 1, ago(60));
        other.store();
        Feedback lost = shop.accept("lost", "u1", 2, ago(60));
        shop.accept("lost", "u1", 2, ago(60));
        shop.accept("lost", "u1", 2, ago(59));
        shop.offer(shop.accept("answered", "u2", 1, ago(60)), 1, ago(59), ago(58), null);
        shop.accept("young", "u3", 1, now.minusSeconds(30));
        shop.accept("anonymous", "", 1, ago(60));
        shop.accept("routine", "u4", 5, ago(60));
        shop.store();

        JobReport report = shop.reconcile(interval);

        assertThat(report.finding())
                .isEqualTo("1 of 2 critical feedback have no answer: lost. 1 of them were sent to the stream again. See"
                        + " that streaming-job runs its query critical-feedback, and run this job again");
        assertThat(report.counts())
                .containsEntry("read", 4L)
                .containsEntry("answerable", 2L)
                .containsEntry("offered", 1L)
                .containsEntry("unanswered", 1L)
                .containsEntry("acknowledged", 1L)
                .containsEntry("sent_again", 0L);
        assertThat(report.notes()).containsEntry("unanswered_ids", "lost");
        List<Message> copies = shop.messages(Topics.CRITICAL_FEEDBACK, "u1");
        assertThat(copies).hasSize(4).allMatch(copy -> copy.partition() == 1);
        assertThat(copies.get(3)).isEqualTo(copies.get(0));
        assertThat(other.messages(Topics.CRITICAL_FEEDBACK, "u1")).hasSize(1);

        JobReport again = shop.reconcile(interval);

        assertThat(again.finding()).contains("0 of them were sent to the stream again");
        assertThat(shop.messages(Topics.CRITICAL_FEEDBACK, "u1")).hasSize(4);
        assertThat(shop.rows(FEEDBACK_RECONCILIATIONS, "answerable", "unanswered", "offered", "unacknowledged"))
                .containsExactly("[2,1,1,0]");

        shop.offer(lost, 1, now, null, null);
        shop.store();
        JobReport answered = shop.reconcile(interval);

        assertThat(answered.finding()).isNull();
        assertThat(answered.counts())
                .containsEntry("offered", 2L)
                .containsEntry("unacknowledged", 1L)
                .containsEntry("sent_again", 0L);
        assertThat(shop.rows(FEEDBACK_RECONCILIATIONS, "unanswered", "offered", "unacknowledged"))
                .containsExactly("[0,2,1]");
    }

    @Test
    void anOfferThatNobodyAcknowledgesIsSentAgainEverMoreRarelyAndThenGivenUp() throws Exception {
        shop.offer(shop.accept("waiting", "u1", 1, ago(300)), 2, ago(29), null, null);
        shop.offer(shop.accept("overdue", "u2", 3, ago(300)), 2, ago(30), null, null);
        shop.offer(shop.accept("hopeless", "u3", 1, ago(700)), 5, ago(240), null, null);
        shop.offer(shop.accept("unsent", "u4", 1, ago(10)), 0, null, null, null);
        shop.offer(shop.accept("late", "u5", 1, ago(700)), 5, ago(300), ago(1), ago(2));
        shop.store();

        JobReport report = shop.reconcile(interval);
        JobReport again = shop.reconcile(interval);

        assertThat(report.finding()).isNull();
        assertThat(report.counts())
                .containsEntry("unacknowledged", 3L)
                .containsEntry("sent_again", 2L)
                .containsEntry("undeliverable", 1L)
                .containsEntry("acknowledged", 1L);
        assertThat(again.counts())
                .containsEntry("unacknowledged", 3L)
                .containsEntry("sent_again", 0L)
                .containsEntry("undeliverable", 1L);
        assertThat(shop.messages(Topics.OFFERS, "u1")).isEmpty();
        assertThat(shop.messages(Topics.OFFERS, "u2")).singleElement().satisfies(message -> {
            assertThat(message.partition()).isEqualTo(2);
            assertThat(message.value())
                    .startsWith("{\"offer_id\":\"offer-overdue\",")
                    .contains("\"attempts\":3");
        });
        assertThat(shop.messages(Topics.OFFERS, "u4")).singleElement().satisfies(message -> assertThat(message.value())
                .contains("\"attempts\":1"));
        String isNow = "sent_at = timestamp_millis(%dL) as is_now".formatted(now.toEpochMilli());
        assertThat(shop.rows(FEEDBACK_BY_ID, "feedback_id", "attempts", isNow, "delivered_at is null"))
                .contains("[waiting,2,false,false]", "[overdue,3,true,false]", "[unsent,1,true,false]");
        assertThat(shop.rows(FEEDBACK_BY_ID, "feedback_id", "undeliverable_at is null"))
                .contains("[hopeless,false]", "[late,true]", "[overdue,true]");
        assertThat(shop.rows(UNDELIVERABLE_OFFERS, "offer_id", "user_id", "attempts"))
                .containsExactly("[offer-hopeless,u3,5]");
    }

    @Test
    void anIntervalInWhichNothingWasReceivedIsReconciledToo() {
        JobReport report = shop.reconcile(new DataInterval(now.plusSeconds(7200), now.plusSeconds(14400)));

        assertThat(report.finding()).isNull();
        assertThat(report.counts()).containsEntry("read", 0L).containsEntry("answerable", 0L);
    }
}
