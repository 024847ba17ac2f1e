package dev.tandem.local.launcher.writer;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A part of a message that every language has, with the places that are filled in it. */
enum Phrase {
    GREETING("greeting"),
    GREETING_NAMED("greeting.named", Phrase.NAME),
    /** How an item is called whose name is known. */
    ITEM_NAMED("item.named", "item_name"),
    ITEM_NUMBERED("item.numbered", "item_id"),
    /** What stands for an item where the feedback names none. */
    ITEM_UNKNOWN("item.unknown"),
    /** After the greeting; the mildest. */
    SORRY_1("sorry.1", Phrase.ITEM),
    SORRY_2("sorry.2", Phrase.ITEM),
    SORRY_3("sorry.3", Phrase.ITEM),
    QUOTE("quote", "quote"),
    PERCENT("percent", "number"),
    AMOUNT("amount", "number", "currency"),
    /** The pattern of a date, as Java's DateTimeFormatter has it. */
    DATE("date"),
    PERCENT_OFF_EVERYTHING("percent.everything", Phrase.OFF),
    PERCENT_OFF_CATEGORY("percent.category", Phrase.OFF, Phrase.CATEGORY),
    PERCENT_OFF_ITEM("percent.item", Phrase.OFF, Phrase.ITEM),
    PERCENT_OFF_ITEMS("percent.items", Phrase.OFF, Phrase.COUNT),
    /** Of a choice of items that has the one of the feedback in it. */
    PERCENT_OFF_THESE("percent.items.with", Phrase.OFF, Phrase.COUNT, Phrase.ITEM),
    AMOUNT_OFF_EVERYTHING("amount.everything", Phrase.OFF),
    AMOUNT_OFF_CATEGORY("amount.category", Phrase.OFF, Phrase.CATEGORY),
    AMOUNT_OFF_ITEM("amount.item", Phrase.OFF, Phrase.ITEM),
    AMOUNT_OFF_ITEMS("amount.items", Phrase.OFF, Phrase.COUNT),
    AMOUNT_OFF_THESE("amount.items.with", Phrase.OFF, Phrase.COUNT, Phrase.ITEM),
    COUPON("coupon", Phrase.DISCOUNT, "coupon_id", "coupon_name"),
    COUPON_UNTIL("coupon.until", Phrase.DISCOUNT, "coupon_id", "coupon_name", "date"),
    /** A discount without a coupon. */
    GOODWILL("goodwill", Phrase.DISCOUNT, Phrase.GOODWILL_NAME),
    GOODWILL_UNTIL("goodwill.until", Phrase.DISCOUNT, Phrase.GOODWILL_NAME, "date"),
    /** An apology alone. */
    NO_DISCOUNT("nothing", Phrase.GOODWILL_NAME);

    static final String NAME = "name";
    static final String ITEM = "item";
    static final String OFF = "off";
    static final String CATEGORY = "category";
    static final String COUNT = "count";
    static final String DISCOUNT = "discount";
    static final String GOODWILL_NAME = "goodwill_name";

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // it cannot be changed
    private final Set<String> places;

    Phrase(String key, String... places) {
        this.key = key;
        this.places = Set.of(places);
    }

    /** The phrase of a key; empty where there is none. */
    static Optional<Phrase> of(String key) {
        return Arrays.stream(values()).filter(phrase -> phrase.key.equals(key)).findFirst();
    }

    /** The apology for a severity of 1 to 3. */
    static Phrase sorry(int severity) {
        return severity <= 1 ? SORRY_1 : severity == 2 ? SORRY_2 : SORRY_3;
    }

    /** Its key in files of texts. */
    String key() {
        return key;
    }

    /** What may stand in it in braces. */
    Set<String> places() {
        return places;
    }
}
