package dev.tandem.local.launcher.onlineretail;

import dev.tandem.core.shop.UserId;
import dev.tandem.local.launcher.shopdata.ShopUser;
import java.time.Instant;
import java.util.Map;

/** What all orders of one customer say about the user: known since the first, living where the last says. */
final class CustomerSummary {
    private final UserId id;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private String country = "";

    CustomerSummary(UserId id) {
        this.id = id;
    }

    /** Takes an order. Of two at one moment the one that comes later in the file tells the country. */
    void add(Invoice order) {
        if (order.orderedAt().isBefore(first)) {
            first = order.orderedAt();
        }
        if (!order.orderedAt().isBefore(last)) {
            last = order.orderedAt();
            country = order.country();
        }
    }

    ShopUser toUser() {
        return new ShopUser(id, null, country.isEmpty() ? Map.of() : Map.of("country", country), first);
    }
}
