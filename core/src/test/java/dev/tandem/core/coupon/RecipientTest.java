package dev.tandem.core.coupon;

import static dev.tandem.core.coupon.Coupons.coupon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.coupon.Recipient.PastOffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecipientTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Recipient ANN = new Recipient(
            "Ann", 4, 20, Map.of("toys", 0.75, "hats", 0.25), Set.of("cup", "hat", "ball", "kite"), List.of());

    @Test
    void shareIsThatOfTheCategoryOrOfTheItemsWhicheverIsGreater() {
        assertThat(ANN.share(coupon().category("toys").id("a"))).isEqualTo(0.75);
        assertThat(ANN.share(coupon().category("pens").id("a"))).isZero();
        assertThat(ANN.share(coupon().items("cup", "hat", "pen").id("a"))).isEqualTo(0.5);
        assertThat(ANN.share(coupon().category("toys").items("cup").id("a"))).isEqualTo(0.75);
        assertThat(ANN.share(coupon().category("hats").items("cup", "hat").id("a")))
                .isEqualTo(0.5);
    }

    @Test
    void shareOfEverythingIsWhole() {
        assertThat(ANN.share(coupon().id("a"))).isOne();
        assertThat(Recipient.UNKNOWN.share(coupon().id("a"))).isOne();
    }

    @Test
    void shareOfWhoBoughtNothingIsNothing() {
        assertThat(Recipient.UNKNOWN.share(coupon().items("cup").id("a"))).isZero();
        assertThat(Recipient.UNKNOWN.share(coupon().category("toys").id("a"))).isZero();
    }

    @Test
    void couponsAndGoodwillDiscountsAreCountedAfterAnInstantAndApologiesAreNot() {
        Recipient given = ANN.with(new PastOffer("o1", "a", NOW))
                .with(new PastOffer("o2", null, NOW.plusMillis(1)))
                .with(new PastOffer("o3", "b", NOW.plusMillis(1)))
                .with(new PastOffer("o4", "", NOW.plusMillis(1)));

        assertThat(given.couponsSince(NOW.minusMillis(1))).isEqualTo(3);
        assertThat(given.couponsSince(NOW)).isEqualTo(2);
        assertThat(given.wasGiven("a")).isTrue();
        assertThat(given.wasGiven("c")).isFalse();
        assertThat(ANN.offers()).isEmpty();
    }
}
