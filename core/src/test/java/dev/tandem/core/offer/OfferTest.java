package dev.tandem.core.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.coupon.Choice.Reason;
import dev.tandem.core.coupon.CouponSettings;
import dev.tandem.core.shop.DiscountKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferTest {
    @Test
    void ofACouponHasItsDiscountAndNoGoodwill() {
        Offer offer = Offers.with(Offers.COUPON);

        assertThat(offer.couponId()).isEqualTo("c-1");
        assertThat(offer.goodwillName()).isEmpty();
        assertThat(offer.discount())
                .isEqualTo(new Discount(
                        "c-1",
                        "Ten off",
                        DiscountKind.PERCENT,
                        new BigDecimal("10.00"),
                        "cups",
                        Set.of("cup", "mug"),
                        Instant.parse("2026-12-31T00:00:00.123Z")));
        assertThat(offer.reason()).isEqualTo("best_coupon");
        assertThat(offer.offeredAt()).isEqualTo(Offers.OFFERED);
        assertThat(offer.attempt()).isEqualTo(1);
    }

    @Test
    void ofGoodwillHasADiscountWhereTheTenantGivesOne() {
        Offer offer = Offers.goodwill(Reason.NO_COUPON_FITS, Offers.settings(DiscountKind.AMOUNT, "5"));

        assertThat(offer.couponId()).isEmpty();
        assertThat(offer.goodwillName()).isEqualTo("A small sorry");
        assertThat(offer.discount())
                .isEqualTo(new Discount(
                        "",
                        "A small sorry",
                        DiscountKind.AMOUNT,
                        new BigDecimal("5.00"),
                        "",
                        Set.of(),
                        Offers.OFFERED.plus(Duration.ofDays(14))));
    }

    @Test
    void ofGoodwillIsAnApologyAloneWhereTheTenantGivesNoDiscount() {
        Offer offer = Offers.goodwill(Reason.NO_COUPON_FITS, CouponSettings.DEFAULTS);

        assertThat(offer.discount()).isNull();
        assertThat(offer.couponId()).isNull();
        assertThat(offer.goodwillName()).isEqualTo("Our apologies");
    }

    @ParameterizedTest
    @EnumSource(names = {"USER_LIMIT", "DAILY_LIMIT"})
    void ofGoodwillIsAnApologyAloneBeyondALimit(Reason reason) {
        assertThat(Offers.goodwill(reason, Offers.settings(DiscountKind.AMOUNT, "5"))
                        .discount())
                .isNull();
    }

    @Test
    void sentAgainIsTheSameButForTheAttempt() {
        Offer offer = Offers.with(Offers.COUPON);

        assertThat(offer.again(3).attempt()).isEqualTo(3);
        assertThat(offer.again(3).again(1)).isEqualTo(offer);
    }

    @Test
    void idFollowsFromTheFeedbacksAndTheFeedbacksFromIt() {
        assertThat(Offers.with(Offers.COUPON).offerId()).isEqualTo("offer-f-1");
        assertThat(OfferId.feedbackId("offer-f-1")).contains("f-1");
        assertThat(OfferId.feedbackId(OfferId.of("offer-"))).contains("offer-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "offer-", "f-1", "Offer-f-1"})
    void whatIsNoOffersIdMeansNoFeedback(String id) {
        assertThat(OfferId.feedbackId(id)).isEmpty();
    }
}
