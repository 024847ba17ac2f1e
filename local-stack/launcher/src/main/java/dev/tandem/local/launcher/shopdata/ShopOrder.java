package dev.tandem.local.launcher.shopdata;

import dev.tandem.core.shop.OrderKind;
import dev.tandem.core.shop.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The head of an order; its {@link OrderLine}s and {@link OrderCharge}s name it by id.
 *
 * @param user null where nobody was signed in
 * @param cancelledAt when this sale was called off as a whole; null where it was not
 */
public record ShopOrder(
        String id, @Nullable UserId user, Instant orderedAt, OrderKind kind, @Nullable Instant cancelledAt) {}
