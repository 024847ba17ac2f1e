package dev.tandem.local.launcher.shopdata;

import dev.tandem.core.shop.UserId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user of a shop.
 *
 * @param name null where the source has none
 * @param registeredAt when the shop first knew the user
 */
public record ShopUser(UserId id, @Nullable String name, Map<String, String> attributes, Instant registeredAt) {
    public ShopUser {
        attributes = Map.copyOf(attributes);
    }
}
