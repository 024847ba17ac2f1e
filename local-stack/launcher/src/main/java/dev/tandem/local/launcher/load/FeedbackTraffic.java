package dev.tandem.local.launcher.load;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackFlag;
import dev.tandem.local.launcher.syntheticshop.WeightedDraw;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Feedback as a shop has it: any user, and the item that the review is about, or the one of rank n in popularity with a
 * chance in proportion to 1/n. Ids are {@code load-SEED-RUN-NUMBER}: the same run again is the same feedback.
 */
final class FeedbackTraffic {
    private final EventLoadSettings settings;
    private final String prefix;
    private final ShopIds ids;
    private final Reviews reviews;
    private final Clock clock;
    private final SplittableRandom random;
    private final WeightedDraw items;
    private final BitSet critical = new BitSet();
    private boolean keepsItems;
    private int made;

    /**
     * A run's feedback.
     *
     * @param run part of the ids
     */
    FeedbackTraffic(EventLoadSettings settings, String run, ShopIds ids, Reviews reviews, Clock clock) {
        this.settings = settings;
        this.prefix = settings.prefix() + run + "-";
        this.ids = ids;
        this.reviews = reviews;
        this.clock = clock;
        this.random = new SplittableRandom(settings.seed());
        this.items = ids.popularity();
    }

    /** The same, with the items' ids as the reviews have them, whether or not the tenant has such items. */
    FeedbackTraffic keepingItems() {
        keepsItems = true;
        return this;
    }

    /** The next feedback, of now. */
    NumberedFeedback next() {
        int number = made++;
        String user = ids.users().get(random.nextInt(ids.users().size()));
        String popular = ids.items().get(items.draw(random));
        Review review = reviews.next(number, random);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Feedback feedback = new Feedback(
                prefix + number,
                settings.tenant(),
                user,
                review.item().isEmpty() ? popular : item(review.item()),
                review.score(),
                review.text(),
                now,
                now,
                review.text().isEmpty() ? Set.of(FeedbackFlag.MISSING_TEXT) : Set.of());
        critical.set(number, feedback.isCritical());
        return new NumberedFeedback(number, feedback);
    }

    /** The numbers of those that are to be answered. */
    BitSet critical() {
        return (BitSet) critical.clone();
    }

    /** What all ids begin with; their numbers follow. */
    String prefix() {
        return prefix;
    }

    /** One of the tenant's items for an item of elsewhere: always the same one. */
    private String item(String given) {
        return keepsItems
                ? given
                : ids.items().get(Math.floorMod(given.hashCode(), ids.items().size()));
    }
}
