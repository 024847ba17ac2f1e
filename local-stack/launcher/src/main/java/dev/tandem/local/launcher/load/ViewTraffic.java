package dev.tandem.local.launcher.load;

import dev.tandem.core.event.View;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.UserId;
import dev.tandem.local.launcher.syntheticshop.WeightedDraw;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/**
 * Views as a shop has them: any user, and the item of rank n in popularity with a chance in proportion to 1/n. Whoever
 * makes them with one seed and one shop gets the same users and items in the same order.
 */
final class ViewTraffic {
    private static final String SOURCE = "load";

    private final EventLoadSettings settings;
    private final ShopIds ids;
    private final Clock clock;
    private final SplittableRandom random;
    private final WeightedDraw items;
    private final int[] users;
    private int made;

    ViewTraffic(EventLoadSettings settings, ShopIds ids, Clock clock) {
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        this.random = new SplittableRandom(settings.seed());
        this.items = ids.popularity();
        this.users = new int[settings.count()];
    }

    /** The next view, of now. */
    NumberedView next() {
        int number = made++;
        users[number] = random.nextInt(ids.users().size());
        return new NumberedView(
                number,
                new View(
                        settings.eventId(number),
                        settings.tenant(),
                        new UserId(ids.users().get(users[number])),
                        new ItemId(ids.items().get(items.draw(random))),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        SOURCE));
    }

    /** Which of the shop's users a view was of. */
    int user(int number) {
        return users[number];
    }
}
