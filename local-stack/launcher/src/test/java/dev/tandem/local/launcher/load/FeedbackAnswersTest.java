package dev.tandem.local.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferId;
import dev.tandem.core.shop.TenantId;
import java.time.Instant;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedbackAnswersTest {
    private static final String PREFIX = "load-7-a-";
    private static final Instant RECEIVED = Instant.parse("2026-11-01T09:30:00.250Z");

    private final OfferTally tally = new OfferTally(PREFIX);

    @Test
    void eachCriticalOneWithOneAcknowledgedOfferIsWell() {
        for (int number = 0; number < 100; number++) {
            tally.add(offer(PREFIX + number, "cup"), RECEIVED.plusMillis(number + 1));
        }
        tally.add(offer("load-8-a-1", "cup"), RECEIVED);
        tally.add(offer(PREFIX + "b-1", "cup"), RECEIVED);

        FeedbackAnswers answers = answers(numbers(0, 100), numbers(0, 100));

        assertThat(answers.isExact()).isTrue();
        assertThat(answers.lines(PREFIX))
                .containsExactly(
                        "well: 1,000 sent, 300 accepted, 100 critical; 100 offers, 100 different, 0 doubled,"
                                + " 100 acknowledged",
                        "from receipt to offer: p50 50 ms  p95 95 ms  p99 99 ms  max 100 ms");
    }

    @Test
    void whatHasNoOfferIsNamed() {
        tally.add(offer(PREFIX + "0", "cup"), RECEIVED);

        FeedbackAnswers answers = answers(numbers(0, 9), null);

        assertThat(answers.isExact()).isFalse();
        assertThat(answers.lines(PREFIX))
                .first()
                .isEqualTo("NOT WELL: 1,000 sent, 300 accepted, 9 critical; 1 offers, 1 different, 0 doubled");
        assertThat(answers.lines(PREFIX))
                .last()
                .isEqualTo("without an offer: 8: load-7-a-1, load-7-a-2, load-7-a-3, load-7-a-4, load-7-a-5 …");
    }

    @Test
    void anotherOfferForTheSameFeedbackIsADoubledOne() {
        tally.add(offer(PREFIX + "0", "cup"), RECEIVED);
        tally.add(offer(PREFIX + "0", "hat"), RECEIVED);

        FeedbackAnswers answers = answers(numbers(0, 1), null);

        assertThat(answers.isExact()).isFalse();
        assertThat(answers.lines(PREFIX))
                .contains("with different offers: 1: load-7-a-0")
                .anyMatch(line -> line.endsWith("2 offers, 1 different, 1 doubled"));
    }

    @Test
    void theSameOfferOnceMoreIsSaidAndNotHeldAgainstIt() {
        tally.add(offer(PREFIX + "0", "cup"), RECEIVED.plusMillis(3));
        tally.add(offer(PREFIX + "0", "cup").again(2), RECEIVED.plusMillis(9_000));

        FeedbackAnswers answers = answers(numbers(0, 1), null);

        assertThat(answers.isExact()).isTrue();
        assertThat(answers.lines(PREFIX))
                .contains(
                        "1 of the offers are others once more",
                        "from receipt to offer: p50 3 ms  p95 3 ms  p99 3 ms  max 3 ms");
    }

    @Test
    void whatNobodyAcknowledgedIsNamed() {
        tally.add(offer(PREFIX + "0", "cup"), RECEIVED);
        tally.add(offer(PREFIX + "1", "cup"), RECEIVED);

        FeedbackAnswers answers = answers(numbers(0, 2), numbers(0, 1));

        assertThat(answers.isExact()).isFalse();
        assertThat(answers.lines(PREFIX)).last().isEqualTo("not acknowledged: 1: load-7-a-1");
    }

    @Test
    void whatWasAnsweredThoughTheSenderWasNotToldIsSaid() {
        tally.add(offer(PREFIX + "0", "cup"), RECEIVED);
        tally.add(offer(PREFIX + "7", "cup"), RECEIVED);

        FeedbackAnswers answers = answers(numbers(0, 1), numbers(0, 1));

        assertThat(answers.isExact()).isTrue();
        assertThat(answers.lines(PREFIX))
                .contains("answered though nobody was told that it was accepted: 1: load-7-a-7");
    }

    private FeedbackAnswers answers(BitSet critical, @Nullable BitSet acknowledged) {
        return new FeedbackAnswers(1_000, numbers(0, 300), critical, tally, acknowledged);
    }

    private static BitSet numbers(int from, int end) {
        BitSet numbers = new BitSet();
        numbers.set(from, end);
        return numbers;
    }

    private static Offer offer(String feedbackId, String itemName) {
        Feedback feedback =
                new Feedback(feedbackId, new TenantId("shop"), "anna", "i-1", 1, "Bad.", RECEIVED, RECEIVED, Set.of());
        return new Offer(
                OfferId.of(feedbackId), feedback, "", itemName, "", "Sorry", null, "no_coupon_fits", 0, 0, RECEIVED, 1);
    }
}
