package dev.tandem.streaming.live;

import dev.tandem.core.shop.UserId;
import java.util.List;
import java.util.stream.IntStream;

/** The parts in which a tenant's users with live lists are kept: none of them too large to read at once. */
final class Shards {
    private static final int COUNT = 32;

    /** Every one. */
    static final List<Integer> ALL = IntStream.range(0, COUNT).boxed().toList();

    private Shards() {}

    /** Where a user is; the same in every process and version. */
    static int of(UserId user) {
        // String.hashCode is part of Java's specification.
        return Math.floorMod(user.value().hashCode(), COUNT);
    }
}
