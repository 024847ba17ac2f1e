package dev.tandem.local.launcher.writer;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.offer.Discount;
import dev.tandem.core.offer.Offer;
import dev.tandem.core.shop.DiscountKind;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a user is told: sorry for what, what they wrote, and what they get for it. */
final class Message {
    private final Offer offer;
    private final Wording wording;

    private Message(Offer offer, Wording wording) {
        this.offer = offer;
        this.wording = wording;
    }

    /** An offer in whole sentences, on one line. */
    static String of(Offer offer, Wording wording) {
        return new Message(offer, wording).text();
    }

    private String text() {
        List<String> parts = new ArrayList<>();
        String name = Quote.line(offer.userName());
        parts.add(
                name.isEmpty()
                        ? wording.fill(Phrase.GREETING, Map.of())
                        : wording.fill(Phrase.GREETING_NAMED, Map.of(Phrase.NAME, name)));
        parts.add(wording.fill(Phrase.sorry(offer.feedback().severity()), Map.of(Phrase.ITEM, item())));
        String quote = Quote.shortened(offer.feedback().text());
        if (!quote.isEmpty()) {
            parts.add(wording.fill(Phrase.QUOTE, Map.of("quote", quote)));
        }
        Discount discount = offer.discount();
        parts.add(
                discount == null
                        ? wording.fill(Phrase.NO_DISCOUNT, Map.of(Phrase.GOODWILL_NAME, offer.goodwillName()))
                        : given(discount));
        return String.join(" ", parts);
    }

    /** The item that the feedback is about. */
    private String item() {
        Feedback feedback = offer.feedback();
        String name = Quote.line(offer.itemName());
        if (!name.isEmpty()) {
            return wording.fill(Phrase.ITEM_NAMED, Map.of("item_name", name));
        }
        return feedback.itemId().isEmpty() ? wording.fill(Phrase.ITEM_UNKNOWN, Map.of()) : numbered(feedback.itemId());
    }

    private String numbered(String itemId) {
        return wording.fill(Phrase.ITEM_NUMBERED, Map.of("item_id", itemId));
    }

    private String given(Discount discount) {
        Map<String, String> values = new HashMap<>();
        values.put(Phrase.DISCOUNT, discount(discount));
        values.put("coupon_id", discount.couponId());
        values.put("coupon_name", discount.name());
        values.put(Phrase.GOODWILL_NAME, offer.goodwillName());
        Instant until = discount.validUntil();
        if (until != null) {
            values.put("date", wording.lastDayBefore(until));
        }
        boolean isCoupon = !discount.couponId().isEmpty();
        Phrase open = isCoupon ? Phrase.COUPON : Phrase.GOODWILL;
        Phrase ending = isCoupon ? Phrase.COUPON_UNTIL : Phrase.GOODWILL_UNTIL;
        return wording.fill(until == null ? open : ending, values);
    }

    /** How much off what. */
    private String discount(Discount discount) {
        Map<String, String> values = new HashMap<>();
        values.put(Phrase.OFF, off(discount));
        values.put(Phrase.CATEGORY, wording.category(discount.category()));
        values.put(Phrase.COUNT, String.valueOf(discount.itemIds().size()));
        values.put(Phrase.ITEM, discountedItem(discount));
        return wording.fill(phrase(discount), values);
    }

    private String off(Discount discount) {
        NumberFormat number = wording.number();
        return switch (discount.kind()) {
            case PERCENT -> wording.fill(Phrase.PERCENT, Map.of("number", number.format(discount.amount())));
            case AMOUNT -> {
                number.setMinimumFractionDigits(wording.currency().getDefaultFractionDigits());
                yield wording.fill(
                        Phrase.AMOUNT,
                        Map.of(
                                "number",
                                number.format(discount.amount()),
                                "currency",
                                wording.currency().getCurrencyCode()));
            }
        };
    }

    private Phrase phrase(Discount discount) {
        boolean isPercent = discount.kind() == DiscountKind.PERCENT;
        if (!discount.category().isEmpty()) {
            return isPercent ? Phrase.PERCENT_OFF_CATEGORY : Phrase.AMOUNT_OFF_CATEGORY;
        }
        if (discount.itemIds().isEmpty()) {
            return isPercent ? Phrase.PERCENT_OFF_EVERYTHING : Phrase.AMOUNT_OFF_EVERYTHING;
        }
        if (discount.itemIds().size() == 1) {
            return isPercent ? Phrase.PERCENT_OFF_ITEM : Phrase.AMOUNT_OFF_ITEM;
        }
        if (discount.itemIds().contains(offer.feedback().itemId())) {
            return isPercent ? Phrase.PERCENT_OFF_THESE : Phrase.AMOUNT_OFF_THESE;
        }
        return isPercent ? Phrase.PERCENT_OFF_ITEMS : Phrase.AMOUNT_OFF_ITEMS;
    }

    private String discountedItem(Discount discount) {
        return discount.itemIds().stream()
                .filter(id -> discount.itemIds().size() == 1
                        && !id.equals(offer.feedback().itemId()))
                .findFirst()
                .map(this::numbered)
                .orElseGet(this::item);
    }
}
