package dev.tandem.etl.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.shop.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final Feedback FEEDBACK =
            new Feedback("f", new TenantId("shop"), "u", "i", 1, "Bad", NOW, NOW, Set.of());

    private final Rules rules = new Rules(NOW, Duration.ofMinutes(1), new RetrySchedule(Duration.ofMinutes(15), 3));

    private static Instant ago(long minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    private static FeedbackState sent(int attempts, Instant sentAt) {
        return new FeedbackState("{}", ago(500), ago(500), attempts, sentAt, null, null);
    }

    private static FeedbackState ended(@Nullable Instant acknowledgedAt, @Nullable Instant undeliverableAt) {
        return new FeedbackState("{}", ago(500), ago(500), 3, ago(400), acknowledgedAt, undeliverableAt);
    }

    @Test
    void withoutAnOfferAFeedbackIsUnanswered() {
        assertThat(rules.judge(FeedbackState.NONE)).isEqualTo(Verdict.UNANSWERED);
    }

    @Test
    void anOfferThatTheBrokerDoesNotHaveIsLeftToTheStreamForAMoment() {
        assertThat(rules.judge(new FeedbackState("{}", ago(1), null, 0, null, null, null)))
                .isEqualTo(Verdict.UNDELIVERED);
        assertThat(rules.judge(new FeedbackState("{}", ago(1).plusMillis(1), null, 0, null, null, null)))
                .isEqualTo(Verdict.WAITING);
    }

    @Test
    void anOfferIsOverdueWhenItsPauseIsOver() {
        assertThat(rules.judge(sent(1, ago(14)))).isEqualTo(Verdict.WAITING);
        assertThat(rules.judge(sent(1, ago(15)))).isEqualTo(Verdict.OVERDUE);
        assertThat(rules.judge(sent(2, ago(29)))).isEqualTo(Verdict.WAITING);
        assertThat(rules.judge(sent(2, ago(30)))).isEqualTo(Verdict.OVERDUE);
    }

    @Test
    void afterItsLastTimeAnOfferIsWaitedForOnceMoreAndThenHopeless() {
        assertThat(rules.judge(sent(3, ago(59)))).isEqualTo(Verdict.WAITING);
        assertThat(rules.judge(sent(3, ago(60)))).isEqualTo(Verdict.HOPELESS);
    }

    @Test
    void anAcknowledgementWinsHoweverLateItComes() {
        assertThat(rules.judge(ended(ago(1), null))).isEqualTo(Verdict.ACKNOWLEDGED);
        assertThat(rules.judge(ended(ago(1), ago(2)))).isEqualTo(Verdict.ACKNOWLEDGED_AFTER_ALL);
        assertThat(rules.judge(ended(null, ago(2)))).isEqualTo(Verdict.UNDELIVERABLE);
    }

    @Test
    void whatWasSentByThisVeryEndIsNotDueByItAgain() {
        assertThat(rules.judge(sent(2, NOW))).isEqualTo(Verdict.WAITING);
        assertThat(rules.isRepublished(new Accepted(FEEDBACK, 1, NOW))).isFalse();
    }

    @Test
    void anUnansweredFeedbackGoesToTheStreamAtOnceAndThenWithPauses() {
        assertThat(rules.isRepublished(new Accepted(FEEDBACK, 0, null))).isTrue();
        assertThat(rules.isRepublished(new Accepted(FEEDBACK, 1, ago(14)))).isFalse();
        assertThat(rules.isRepublished(new Accepted(FEEDBACK, 1, ago(15)))).isTrue();
        assertThat(rules.isRepublished(new Accepted(FEEDBACK, 7, ago(60)))).isFalse();
    }
}
