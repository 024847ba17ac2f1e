package dev.tandem.local.launcher.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.schema.Columns;
import dev.tandem.local.launcher.syntheticshop.WeightedDraw;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/**
 * Orders as a shop has them: any user, one to four lines, and the item of rank n in popularity with a chance in proportion
 * to 1/n. Whoever makes them with one seed and one shop gets the same ones, at other times.
 */
final class OrderTraffic {
    private static final int MAX_LINES = 4;
    private static final int MAX_QUANTITY = 3;

    private final EventLoadSettings settings;
    private final ShopIds ids;
    private final Clock clock;
    private final SplittableRandom random;
    private final WeightedDraw items;
    private int made;

    OrderTraffic(EventLoadSettings settings, ShopIds ids, Clock clock) {
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        this.random = new SplittableRandom(settings.seed());
        this.items = ids.popularity();
    }

    /** The next order, of now. Its lines have the items' own prices. */
    NumberedOrder next() {
        int number = made++;
        ObjectNode order = JsonNodeFactory.instance
                .objectNode()
                .put("type", "order")
                .put(Columns.ORDER_ID, settings.eventId(number))
                .put(Columns.USER_ID, ids.users().get(random.nextInt(ids.users().size())))
                .put(
                        Columns.ORDERED_AT,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        ArrayNode lines = order.putArray("lines");
        for (int line = random.nextInt(MAX_LINES); line >= 0; line--) {
            lines.addObject()
                    .put(Columns.ITEM_ID, ids.items().get(items.draw(random)))
                    .put(Columns.QUANTITY, 1 + random.nextInt(MAX_QUANTITY));
        }
        return new NumberedOrder(number, order);
    }
}
