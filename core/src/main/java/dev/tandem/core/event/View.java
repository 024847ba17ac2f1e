package dev.tandem.core.event;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * A user looked at an item.
 *
 * @param eventId tells one view from another: two views of a user with the same id are the same view
 * @param viewedAt when, in whole milliseconds
 * @param source where, such as {@code mobile-app}; empty where nobody said
 */
public record View(String eventId, TenantId tenant, UserId user, ItemId item, Instant viewedAt, String source)
        implements Serializable {
    /** How long a view counts; older ones are refused. */
    public static final Duration LIFETIME = Duration.ofDays(90);

    /** The key under which views are sent, so that a user's views keep their order. */
    public String key() {
        return tenant.value() + "/" + user.value();
    }
}
