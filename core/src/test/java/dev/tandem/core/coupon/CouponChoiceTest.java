package dev.tandem.core.coupon;

import static dev.tandem.core.coupon.Coupons.coupon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.core.coupon.Choice.Reason;
import dev.tandem.core.coupon.Recipient.PastOffer;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.shop.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouponChoiceTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final CouponChoice CHOICE = new CouponChoice(RedemptionModel.FORMULA);

    /** Five orders of 40 on average, half of them toys, a quarter hats; bought a cup and a hat. */
    private static final Recipient ANN = new Recipient(
            "Ann", 5, 40, Map.of("toys", 0.5, "hats", 0.25, "cups", 0.25), Set.of("cup", "hat"), List.of());

    /** A feedback about a cup. */
    private static Feedback feedback(int score) {
        return new Feedback("f", new TenantId("shop"), "ann", "cup", score, "", NOW, NOW, Set.of());
    }

    private static Choice choose(Feedback feedback, Recipient recipient, CouponLimits limits, Coupon... coupons) {
        return CHOICE.choose(feedback, "cups", recipient, List.of(coupons), CouponSettings.DEFAULTS, limits, NOW);
    }

    private static Choice choose(Recipient recipient, Coupon... coupons) {
        return choose(feedback(2), recipient, CouponLimits.NONE, coupons);
    }

    private static String chosen(Choice choice) {
        Coupon coupon = choice.coupon();
        return coupon == null ? choice.reason().word() : coupon.couponId();
    }

    private static Recipient given(Recipient recipient, String coupon, Instant at) {
        return recipient.with(new PastOffer("offer-" + coupon + at, coupon, at));
    }

    @Nested
    class Eligibility {
        private boolean mayHave(Coupons coupon) {
            return mayHave(ANN, coupon);
        }

        private boolean mayHave(Recipient recipient, Coupons coupon) {
            return choose(recipient, coupon.id("a")).coupon() != null;
        }

        @Test
        void beginsAndEndsWithValidity() {
            assertThat(mayHave(coupon().validFrom(NOW).validUntil(NOW.plus(MOMENT))))
                    .isTrue();
            assertThat(mayHave(coupon().validFrom(NOW.plus(MOMENT)))).isFalse();
            assertThat(mayHave(coupon().validUntil(NOW))).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"3, 1, true", "3, 2, false", "2, 2, true", "2, 3, false", "1, 3, true"})
        void needsTheCouponsSeverity(int score, int minSeverity, boolean mayHave) {
            Coupon coupon = coupon().minSeverity(minSeverity).id("a");

            assertThat(choose(feedback(score), ANN, CouponLimits.NONE, coupon).coupon() != null)
                    .isEqualTo(mayHave);
        }

        @Test
        void needsSomethingThatTheUserBuysOrIsUnhappyWith() {
            assertThat(mayHave(coupon().category("toys"))).isTrue();
            assertThat(mayHave(coupon().category("cups"))).isTrue();
            assertThat(mayHave(Recipient.UNKNOWN, coupon().category("cups"))).isTrue();
            assertThat(mayHave(Recipient.UNKNOWN, coupon().items("cup", "pen"))).isTrue();
            assertThat(mayHave(coupon().items("hat"))).isTrue();
            assertThat(mayHave(Recipient.UNKNOWN, coupon())).isTrue();

            assertThat(mayHave(coupon().category("pens"))).isFalse();
            assertThat(mayHave(coupon().items("pen"))).isFalse();
            assertThat(mayHave(Recipient.UNKNOWN, coupon().category("toys"))).isFalse();
        }

        @Test
        void endsWithTheFirstOfACouponThatIsGivenOnce() {
            Recipient gotIt = given(ANN, "a", NOW.minus(Duration.ofDays(300)));

            assertThat(mayHave(gotIt, coupon().oncePerUser())).isFalse();
            assertThat(mayHave(gotIt, coupon())).isTrue();
            assertThat(mayHave(given(ANN, "b", NOW.minus(Duration.ofDays(300))), coupon().oncePerUser()))
                    .isTrue();
        }

        @Test
        void needsTheCoolDownAfterAnyCoupon() {
            Recipient gotOne = given(ANN, "b", NOW.minus(Duration.ofDays(7)));

            assertThat(mayHave(gotOne, coupon().coolDownDays(7))).isTrue();
            assertThat(mayHave(gotOne, coupon().coolDownDays(8))).isFalse();
            assertThat(mayHave(ANN.with(new PastOffer("o", null, NOW)), coupon().coolDownDays(8)))
                    .isTrue();
        }

        @Test
        void isNotUpToAnOfferOfTheNextMomentWithoutACoolDown() {
            Recipient gotOneAhead = given(ANN, "b", NOW.plus(MOMENT));

            assertThat(mayHave(gotOneAhead, coupon())).isTrue();
            assertThat(mayHave(gotOneAhead, coupon().coolDownDays(1))).isFalse();
        }

        @Test
        void endsWithTheBudgetOrTheStock() {
            assertThat(chosen(choose(feedback(2), ANN, new Limits(Set.of("a"), Set.of(), false), coupon().id("a"))))
                    .isEqualTo("no_coupon_fits");
            assertThat(chosen(choose(feedback(2), ANN, new Limits(Set.of(), Set.of("a"), false), coupon().id("a"))))
                    .isEqualTo("no_coupon_fits");
            assertThat(chosen(choose(
                            feedback(2),
                            ANN,
                            new Limits(Set.of("a"), Set.of("b"), false),
                            coupon().id("a"),
                            coupon().id("b"),
                            coupon().id("c"))))
                    .isEqualTo("c");
        }
    }

    @Nested
    class Benefit {
        @Test
        void isProbabilityTimesSavingOfTheOneChosen() {
            // Share 0.5, match 0 and habit 0.5 make 0.05 + 0.20 + 0.075; 20 % of 40 × (0.1 + 0.45) are 4.40.
            Choice toys = choose(ANN, coupon().percent("20").category("toys").id("a"));
            assertThat(toys.probability()).isCloseTo(0.325, within(1e-12));
            assertThat(toys.benefit()).isCloseTo(1.43, within(1e-12));
            assertThat(toys.reason()).isEqualTo(Reason.BEST_COUPON);

            // Share 0.25 and match 0.7 make 0.05 + 0.10 + 0.175 + 0.075; 10 % of 40 × (0.1 + 0.225) are 1.30.
            Choice cups = choose(ANN, coupon().category("cups").id("a"));
            assertThat(cups.probability()).isCloseTo(0.4, within(1e-12));
            assertThat(cups.benefit()).isCloseTo(0.52, within(1e-12));

            // One of two items bought is a share of 0.5, match 1: 0.05 + 0.20 + 0.25 + 0.075; 10 % of 22 are 2.20.
            Choice cup = choose(ANN, coupon().items("cup").id("a"));
            assertThat(cup.probability()).isCloseTo(0.575, within(1e-12));
            assertThat(cup.benefit()).isCloseTo(1.265, within(1e-12));

            // Everything counts as a half for the probability and whole for the saving: 0.05 + 0.20 + 0.075 + 0.075; 4.
            Choice everything = choose(ANN, coupon().id("a"));
            assertThat(everything.probability()).isCloseTo(0.4, within(1e-12));
            assertThat(everything.benefit()).isCloseTo(1.6, within(1e-12));
        }

        @Test
        void ofAnAmountIsAtMostWhatIsSpent() {
            assertThat(choose(ANN, coupon().amount("5").id("a")).benefit()).isCloseTo(2, within(1e-12));
            assertThat(choose(ANN, coupon().amount("100").id("a")).benefit()).isCloseTo(16, within(1e-12));
        }

        @Test
        void ofSomebodyUnknownIsOfAUsualOrder() {
            // 0.05 + 0.20 + 0.075 of 10 % of 50.
            assertThat(choose(Recipient.UNKNOWN, coupon().id("a")).benefit()).isCloseTo(1.625, within(1e-12));
        }

        @Test
        void decidesThenProbabilityThenId() {
            assertThat(chosen(
                            choose(ANN, coupon().id("a"), coupon().percent("11").id("b"))))
                    .isEqualTo("b");
            assertThat(chosen(new CouponChoice((feedback, category, recipient, coupon) ->
                                    coupon.couponId().equals("b") ? 0.5 : 0.25)
                            .choose(
                                    feedback(2),
                                    "cups",
                                    ANN,
                                    List.of(
                                            coupon().amount("8").id("a"),
                                            coupon().amount("4").id("b")),
                                    CouponSettings.DEFAULTS,
                                    CouponLimits.NONE,
                                    NOW)))
                    .isEqualTo("b");
            assertThat(chosen(choose(ANN, coupon().id("b"), coupon().id("a"), coupon().id("c"))))
                    .isEqualTo("a");
        }

        @Test
        void isNeverMoreProbableThanTheFormulaSays() {
            Recipient regular = new Recipient("", 1_000_000, 10, Map.of("cups", 1.0), Set.of("cup"), List.of());

            assertThat(choose(regular, coupon().items("cup").id("a")).probability())
                    .isCloseTo(0.85, within(1e-5));
        }
    }

    @Nested
    class Goodwill {
        @Test
        void isWhatThereIsWithoutACoupon() {
            Choice choice = choose(ANN);

            assertThat(choice).isEqualTo(new Choice(null, Reason.NO_COUPON_FITS, 0, 0));
            assertThat(choice.allowsGoodwillDiscount()).isTrue();
        }

        @Test
        void isAnApologyAloneForWhoWasGivenAsManyCouponsAsOneMayGet() {
            Instant longAgo = NOW.minus(Duration.ofDays(30));
            Recipient oftenGiven = given(given(ANN, "x", NOW), "x", NOW.minusSeconds(9));

            assertThat(chosen(choose(given(oftenGiven, "y", longAgo), coupon().id("a"))))
                    .isEqualTo("a");
            Choice choice = choose(given(oftenGiven, "y", longAgo.plus(MOMENT)), coupon().id("a"));
            assertThat(chosen(choice)).isEqualTo("user_limit");
            assertThat(choice.allowsGoodwillDiscount()).isFalse();
        }

        @Test
        void isAnApologyAloneOnceTheDayHasGivenWhatItMay() {
            Choice choice = choose(feedback(1), ANN, new Limits(Set.of(), Set.of(), true), coupon().id("a"));

            assertThat(chosen(choice)).isEqualTo("daily_limit");
            assertThat(choice.allowsGoodwillDiscount()).isFalse();
        }
    }

    /** Limits that some coupons have come to. */
    private record Limits(Set<String> spent, Set<String> outOfStock, boolean isUsedUpForToday) implements CouponLimits {
        @Override
        public boolean allows(Coupon coupon) {
            return !spent.contains(coupon.couponId());
        }

        @Override
        public boolean isInStock(Coupon coupon) {
            return !outOfStock.contains(coupon.couponId());
        }
    }
}
