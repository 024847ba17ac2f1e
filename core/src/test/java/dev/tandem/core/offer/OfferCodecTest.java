package dev.tandem.core.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tandem.core.coupon.Choice.Reason;
import dev.tandem.core.coupon.Coupon;
import dev.tandem.core.coupon.CouponSettings;
import dev.tandem.core.event.EventRefusal;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferCodecTest {
    private static String text(Offer offer) {
        return OfferCodec.text(offer).replace('"', '\'');
    }

    private static Offer decode(String json) {
        return OfferCodec.decode(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anOfferWithEverythingIsTheSameAgain() {
        Offer offer = Offers.with(Offers.COUPON).again(2);

        assertThat(text(offer))
                .isEqualTo(
                        "{'offer_id':'offer-f-1','tenant_id':'shop','user_id':'ann','user_name':'Ann','item_name':'Cup',"
                                + "'category':'cups','feedback':{'feedback_id':'f-1','tenant_id':'shop','user_id':'ann','item_id':'cup',"
                                + "'score':2,'text':'It \\'leaks\\'','rated_at':'2026-11-30T11:59:00Z','valid':true,'flags':[],"
                                + "'received_at':'2026-11-30T11:59:59.123Z','severity':2},"
                                + "'discount':{'coupon_id':'c-1','name':'Ten off','discount_kind':'percent','discount':10.00,"
                                + "'category':'cups','item_ids':['cup','mug'],'valid_until':'2026-12-31T00:00:00.123Z'},"
                                + "'reason':'best_coupon','benefit':1.25,'probability':0.325,"
                                + "'offered_at':'2026-11-30T12:00:00.456Z','attempts':2}");
        assertThat(OfferCodec.decode(OfferCodec.encode(offer))).isEqualTo(offer);
    }

    @Test
    void anOfferWithNothingIsTheSameAgain() {
        Offer offer = Offers.goodwill(Reason.USER_LIMIT, CouponSettings.DEFAULTS);

        assertThat(text(offer))
                .doesNotContain("user_name", "item_name", "category", "discount", "coupon_id")
                .contains("'goodwill_name':'Our apologies','reason':'user_limit','benefit':0.0,'probability':0.0,");
        assertThat(OfferCodec.decode(OfferCodec.encode(offer))).isEqualTo(offer);
    }

    @Test
    void anOfferOfVeryManyItemsIsTheSameAgain() {
        Coupon few = Offers.COUPON;
        Offer offer = Offers.with(new Coupon(
                few.couponId(),
                few.name(),
                few.discountKind(),
                few.discount(),
                "",
                IntStream.range(0, 1_000).mapToObj(i -> "%0128d".formatted(i)).collect(Collectors.toSet()),
                null,
                null,
                1,
                true,
                0,
                null));

        assertThat(OfferCodec.decode(OfferCodec.encode(offer))).isEqualTo(offer);
    }

    @Test
    void aBenefitHasCentsAndAProbabilityFourDecimals() {
        Offer offer = decode(text(Offers.with(Offers.COUPON))
                .replace("'benefit':1.25", "'benefit':1.23456")
                .replace("'probability':0.325", "'probability':0.123456"));

        assertThat(text(offer)).contains("'benefit':1.23,'probability':0.1235");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "'tenant_id':'shop', 'tenant_id':'Shop!', invalid_value, tenant_id",
                "'offer_id':'offer-f-1', 'offer_id':7, wrong_type, offer_id",
                "'received_at':, 'other':, missing_field, feedback.received_at",
                "'score':2, 'score':'bad', wrong_type, feedback.score",
                "'discount':10.00, 'discount':1e999, invalid_value, discount.discount",
                "'discount_kind':'percent', 'discount_kind':'half', invalid_value, discount.discount_kind",
                "'feedback':, 'other':, missing_field, feedback",
            })
    void whatIsNoOfferIsRefused(String field, String instead, String reason, String refused) {
        String json = text(Offers.with(Offers.COUPON)).replaceFirst("It \\\\'leaks\\\\'", "It leaks");

        EventRefusal refusal = assertThatExceptionOfType(EventRefusal.class)
                .isThrownBy(() -> decode(json.replace(field, instead)))
                .actual();

        assertThat(refusal.reason().code()).isEqualTo(reason);
        assertThat(refusal.field()).isEqualTo(refused);
    }
}
