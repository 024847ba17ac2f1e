package dev.tandem.local.launcher.writer;

import static dev.tandem.local.launcher.writer.Offers.UNTIL;
import static dev.tandem.local.launcher.writer.Offers.amount;
import static dev.tandem.local.launcher.writer.Offers.goodwill;
import static dev.tandem.local.launcher.writer.Offers.offer;
import static dev.tandem.local.launcher.writer.Offers.percent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.offer.Discount;
import dev.tandem.core.shop.DiscountKind;
import dev.tandem.core.shop.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
    private static final TenantId SHOP = new TenantId("shop");

    @Test
    void saysSorryForWhatQuotesAndGivesACoupon() {
        Offers offer = offer().with(percent("15.00", "category-3", Set.of(), UNTIL));

        assertThat(english(offer))
                .isEqualTo("Dear Anna Berg, we are sorry that “Soy Pillar Candle” has disappointed you."
                        + " Your words “It would not burn” have reached us."
                        + " To make up for it, coupon coupon-3 gives you 15% off everything in Candles & Scents,"
                        + " valid until 1 March 2027.");
        assertThat(german(offer))
                .isEqualTo("Guten Tag Anna Berg, es tut uns leid, dass „Soy Pillar Candle“ Sie enttäuscht hat."
                        + " Ihre Worte „It would not burn“ haben uns erreicht."
                        + " Zur Wiedergutmachung erhalten Sie mit dem Gutschein coupon-3 15 % Rabatt auf alles aus"
                        + " „Candles & Scents“, gültig bis zum 1. März 2027.");
    }

    @Test
    void theWorseItWasTheMoreSorryItSounds() {
        assertThat(List.of(1, 2, 3))
                .extracting(score -> sorry(english(offer().scored(score))))
                .containsExactly(
                        "Dear Anna Berg, we are truly sorry that “Soy Pillar Candle” has let you down so badly.",
                        "Dear Anna Berg, we are sorry that “Soy Pillar Candle” has disappointed you.",
                        "Dear Anna Berg, we are sorry that “Soy Pillar Candle” is not quite what you had hoped for.");
        assertThat(List.of(1, 2, 3))
                .extracting(score -> sorry(german(offer().scored(score))))
                .containsExactly(
                        "Guten Tag Anna Berg, es tut uns aufrichtig leid, dass „Soy Pillar Candle“ Sie so sehr enttäuscht hat.",
                        "Guten Tag Anna Berg, es tut uns leid, dass „Soy Pillar Candle“ Sie enttäuscht hat.",
                        "Guten Tag Anna Berg, es tut uns leid, dass „Soy Pillar Candle“ Ihren Erwartungen nicht ganz"
                                + " entsprochen hat.");
    }

    @Test
    void whereNobodyKnowsANameItDoesWithout() {
        Offers byId = offer().named("").about("product-7", "").saying("");
        Offers noItem = offer().named("").about("", "").scored(3).saying(" \n");

        assertThat(english(byId))
                .isEqualTo("Dear customer, we are sorry that item product-7 has disappointed you."
                        + " Thank you for telling us: we will do better.");
        assertThat(english(noItem))
                .isEqualTo(
                        "Dear customer, we are sorry that what you bought from us is not quite what you had hoped for."
                                + " Thank you for telling us: we will do better.");
        assertThat(german(byId))
                .isEqualTo("Guten Tag, es tut uns leid, dass Artikel product-7 Sie enttäuscht hat."
                        + " Danke für Ihre Offenheit: Wir wollen es besser machen.");
        assertThat(german(noItem))
                .isEqualTo(
                        "Guten Tag, es tut uns leid, dass Ihr Einkauf bei uns Ihren Erwartungen nicht ganz entsprochen"
                                + " hat. Danke für Ihre Offenheit: Wir wollen es besser machen.");
    }

    @Test
    void saysHowManyPerCentOffWhat() {
        assertThat(List.of(
                        percent("20", "", Set.of(), null),
                        percent("12.50", "category-99", Set.of(), null),
                        percent("10", "", Set.of("product-7"), null),
                        percent("10", "", Set.of("product-8"), null),
                        percent("10", "", Set.of("product-7", "product-8", "product-9"), null),
                        percent("10", "", Set.of("product-8", "product-9"), UNTIL)))
                .extracting(discount -> lastSentence(english(offer().with(discount))))
                .containsExactly(
                        "To make up for it, coupon coupon-3 gives you 20% off everything.",
                        "To make up for it, coupon coupon-3 gives you 12.5% off everything in category-99.",
                        "To make up for it, coupon coupon-3 gives you 10% off “Soy Pillar Candle”.",
                        "To make up for it, coupon coupon-3 gives you 10% off item product-8.",
                        "To make up for it, coupon coupon-3 gives you 10% off a choice of 3 items,"
                                + " “Soy Pillar Candle” among them.",
                        "To make up for it, coupon coupon-3 gives you 10% off a choice of 2 items, valid until 1 March 2027.");
    }

    @Test
    void saysHowMuchOffWhatInTheTenantsCurrency() {
        assertThat(List.of(
                        amount("5", "", Set.of(), null),
                        amount("1234.5", "category-3", Set.of(), null),
                        amount("5.00", "", Set.of("product-7"), UNTIL),
                        amount("5.00", "", Set.of("product-7", "product-8"), null),
                        amount("5.00", "", Set.of("product-8", "product-9"), null)))
                .extracting(discount -> lastSentence(german(offer().with(discount))))
                .containsExactly(
                        "Zur Wiedergutmachung erhalten Sie mit dem Gutschein coupon-3 5,00 EUR Nachlass auf Ihre nächste"
                                + " Bestellung.",
                        "Zur Wiedergutmachung erhalten Sie mit dem Gutschein coupon-3 1.234,50 EUR Nachlass auf Ihre"
                                + " nächste Bestellung aus „Candles & Scents“.",
                        "Zur Wiedergutmachung erhalten Sie mit dem Gutschein coupon-3 5,00 EUR Nachlass auf"
                                + " „Soy Pillar Candle“, gültig bis zum 1. März 2027.",
                        "Zur Wiedergutmachung erhalten Sie mit dem Gutschein coupon-3 5,00 EUR Nachlass auf 2 ausgewählte"
                                + " Artikel, darunter „Soy Pillar Candle“.",
                        "Zur Wiedergutmachung erhalten Sie mit dem Gutschein coupon-3 5,00 EUR Nachlass auf 2 ausgewählte"
                                + " Artikel.");
        assertThat(lastSentence(english(offer().with(amount("1234.5", "", Set.of(), null)))))
                .isEqualTo("To make up for it, coupon coupon-3 gives you 1,234.50 EUR off your next order.");
    }

    @Test
    void goodwillNeedsNoCoupon() {
        assertThat(lastSentence(english(offer().with(goodwill(DiscountKind.PERCENT, "5.00", UNTIL)))))
                .isEqualTo("As a gesture of goodwill, we give you 5% off everything, valid until 1 March 2027.");
        assertThat(lastSentence(german(offer().with(goodwill(DiscountKind.AMOUNT, "3.00", null)))))
                .isEqualTo("Als kleine Geste erhalten Sie von uns 3,00 EUR Nachlass auf Ihre nächste Bestellung.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyCombinationIsWholeSentences(String language) {
        List<String> messages =
                combinations().stream().map(offer -> message(offer, language)).toList();

        assertThat(messages).hasSize(2 * 3 * 3 * 3 * 22).allSatisfy(message -> assertThat(message)
                .endsWith(".")
                .matches("[A-Z].*")
                .doesNotContain("{", "}", "  ", " ,", "..", ",,", "“”", "„“", "null"));
    }

    private static List<Offers> combinations() {
        List<Offers> all = new ArrayList<>();
        for (Offers named : List.of(offer(), offer().named(""))) {
            for (Offers about : List.of(named, named.about("product-7", ""), named.about("", ""))) {
                for (Offers saying : List.of(about, about.saying(""), about.saying("Much too long! ".repeat(20)))) {
                    for (int score = 1; score <= 3; score++) {
                        Offers scored = saying.scored(score);
                        all.add(scored);
                        discounts().forEach(discount -> all.add(scored.with(discount)));
                    }
                }
            }
        }
        return all;
    }

    private static List<Discount> discounts() {
        List<Discount> all = new ArrayList<>();
        for (Set<String> items :
                List.of(Set.<String>of(), Set.of("product-7"), Set.of("product-7", "b"), Set.of("a", "b"))) {
            all.add(percent("10", "", items, UNTIL));
            all.add(percent("10", "", items, null));
            all.add(amount("10", "", items, UNTIL));
            all.add(amount("10", "", items, null));
        }
        all.add(percent("10", "category-1", Set.of(), UNTIL));
        all.add(amount("10", "category-1", Set.of(), null));
        all.add(goodwill(DiscountKind.PERCENT, "5", UNTIL));
        all.add(goodwill(DiscountKind.AMOUNT, "5", null));
        all.add(goodwill(DiscountKind.AMOUNT, "5", UNTIL));
        return all;
    }

    private static String english(Offers offer) {
        return message(offer, "en");
    }

    private static String german(Offers offer) {
        return message(offer, "de");
    }

    private static String message(Offers offer, String language) {
        return Message.of(
                offer.build(),
                Templates.open(Optional.empty(), Optional.of(language)).of(SHOP));
    }

    private static String sorry(String message) {
        return message.substring(0, message.indexOf('.') + 1);
    }

    private static String lastSentence(String message) {
        return message.replaceFirst(".*(reached us|uns erreicht)\\. ", "");
    }
}
