package dev.tandem.local.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.event.EventFields;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackCodec;
import dev.tandem.core.feedback.FeedbackFlag;
import dev.tandem.core.shop.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackTrafficTest {
    private static final TenantId SHOP = new TenantId("shop");
    private static final Instant NOW = Instant.parse("2026-11-01T09:30:00.250Z");
    private static final ShopIds IDS = new ShopIds(List.of("anna", "ben"), List.of("hat", "cup", "pen"));
    private static final String SHARES = "1:10,2:10,3:12,4:22,5:46";

    @Test
    void feedbackIsOfNowOfTheTenantsUsersAboutItsItemsWithIdsThatNameSeedRunAndNumber() {
        List<Feedback> feedback = received(traffic("a", new MadeUpReviews(SHARES)));

        assertThat(feedback)
                .extracting(Feedback::feedbackId)
                .contains("load-7-a-0", "load-7-a-499")
                .doesNotHaveDuplicates();
        assertThat(feedback).allSatisfy(each -> {
            assertThat(each.ratedAt()).isEqualTo(NOW);
            assertThat(each.userId()).isIn(IDS.users());
            assertThat(each.itemId()).isIn(IDS.items());
            assertThat(each.hasScore()).isTrue();
        });
        assertThat(feedback).anyMatch(Feedback::isValid);
        assertThat(feedback).filteredOn(each -> !each.isValid()).isNotEmpty().allSatisfy(each -> assertThat(
                        each.flags())
                .containsExactly(FeedbackFlag.MISSING_TEXT));
    }

    @Test
    void whatIsSentStraightToKafkaIsWhatTheApiMakesOfIt() {
        FeedbackTraffic traffic = traffic("a", new MadeUpReviews(SHARES));

        List<NumberedFeedback> sent = Stream.generate(traffic::next).limit(500).toList();

        assertThat(sent.stream().map(FeedbackTrafficTest::received))
                .isEqualTo(sent.stream().map(NumberedFeedback::feedback).toList());
    }

    @Test
    void scoresComeInTheSharesThatAreWanted() {
        assertThat(received(traffic("a", new MadeUpReviews("1:1,4:3"))))
                .extracting(Feedback::score)
                .containsOnly(1, 4)
                .filteredOn(score -> score == 1)
                .hasSizeBetween(90, 160);
    }

    @Test
    void knowsWhichAreToBeAnswered() {
        FeedbackTraffic traffic = traffic("a", new MadeUpReviews(SHARES));

        List<NumberedFeedback> sent = Stream.generate(traffic::next).limit(500).toList();

        assertThat(traffic.critical().stream().boxed())
                .isEqualTo(sent.stream()
                        .filter(each -> each.feedback().isAnswerable())
                        .map(NumberedFeedback::number)
                        .toList());
    }

    @Test
    void oneSeedHasOneTrafficWhoseIdsAreOfItsRun() {
        assertThat(received(traffic("a", new MadeUpReviews(SHARES))))
                .isEqualTo(received(traffic("a", new MadeUpReviews(SHARES))));
        assertThat(received(traffic("a", new MadeUpReviews(SHARES))))
                .extracting(Feedback::feedbackId)
                .doesNotContain("load-7-b-0");
    }

    @Test
    void reviewsOfAFileAreAboutTheTenantsItemsOrTheirOwn() {
        Reviews file = new ReviewFile(List.of(new Review("767", 2, "Too small."), new Review("1080", 5, "Lovely.")));

        assertThat(received(traffic("a", file)))
                .allSatisfy(each -> assertThat(each.itemId()).isIn(IDS.items()))
                .extracting(Feedback::score)
                .startsWith(2, 5, 2, 5);
        assertThat(received(traffic("a", file).keepingItems()))
                .extracting(Feedback::itemId)
                .startsWith("767", "1080", "767");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "6:1", "1:0", "1:-1", "1:10;2:10"})
    void sharesThatAreNoneAreRefused(String shares) {
        assertThatThrownBy(() -> new MadeUpReviews(shares))
                .isInstanceOf(TandemException.class)
                .hasMessage("--scores is '%s'; allowed: a share for each score, such as %s".formatted(shares, SHARES));
    }

    private static FeedbackTraffic traffic(String run, Reviews reviews) {
        return new FeedbackTraffic(
                new EventLoadSettings(SHOP, 0, 500, 1, 7), run, IDS, reviews, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static List<Feedback> received(FeedbackTraffic traffic) {
        return Stream.generate(traffic::next)
                .limit(500)
                .map(FeedbackTrafficTest::received)
                .toList();
    }

    /** What the API makes of it. */
    private static Feedback received(NumberedFeedback sent) {
        byte[] json = sent.json().toString().getBytes(StandardCharsets.UTF_8);
        return FeedbackCodec.read(EventFields.parse(json), SHOP, NOW);
    }
}
