package dev.tandem.streaming.live;

import dev.tandem.core.event.View;
import dev.tandem.core.shop.UserId;
import java.time.Instant;
import java.util.List;

/**
 * A user whose list is to be made.
 *
 * @param views what the user looked at just now, which Cassandra may not have yet
 * @param knownUntil what the user's list knows already: it is not made anew from less
 */
record UserViews(UserId user, List<View> views, Instant knownUntil) {
    /** A user who has just looked at something. */
    static UserViews of(UserId user, List<View> views) {
        return new UserViews(user, views, Instant.EPOCH);
    }

    /** The same, with a list that may be made anew from less. */
    UserViews whateverIsKnown() {
        return of(user, views);
    }
}
