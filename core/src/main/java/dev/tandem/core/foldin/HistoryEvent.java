package dev.tandem.core.foldin;

import java.time.Instant;

/**
 * Something that a user did with an item.
 *
 * @param orderId of an {@link Kind#ORDER}, empty for a {@link Kind#VIEW}: lines of one order count once
 */
public record HistoryEvent(Kind kind, String itemId, Instant at, String orderId) {
    /** What a user can do with an item. */
    public enum Kind {
        ORDER,
        VIEW
    }

    /** The user bought and kept it. */
    public static HistoryEvent order(String itemId, Instant at, String orderId) {
        return new HistoryEvent(Kind.ORDER, itemId, at, orderId);
    }

    /** The user looked at it. */
    public static HistoryEvent view(String itemId, Instant at) {
        return new HistoryEvent(Kind.VIEW, itemId, at, "");
    }
}
