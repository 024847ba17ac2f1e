package dev.tandem.local.launcher.load;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.shop.TenantId;

/**
 * Which events are sent, and how.
 *
 * @param rate events a second; 0 is as fast as possible
 * @param count how many
 * @param batch events a request at the most
 * @param seed of the choice of users and items, and part of the events' ids
 */
record EventLoadSettings(TenantId tenant, int rate, int count, int batch, long seed) {
    private static final int MAX_COUNT = 5_000_000;
    private static final int MAX_BATCH = 500;

    EventLoadSettings {
        if (count < 1 || count > MAX_COUNT) {
            throw TandemException.invalid("--count", String.valueOf(count), "1 to " + MAX_COUNT);
        }
        if (batch < 1 || batch > MAX_BATCH) {
            throw TandemException.invalid("--batch", String.valueOf(batch), "1 to " + MAX_BATCH);
        }
    }

    /** The id of a view or an order; two runs with one seed have the same ones, at other times. */
    String eventId(int number) {
        return prefix() + number;
    }

    /** What all ids begin with; their numbers follow. */
    String prefix() {
        return "load-" + seed + "-";
    }
}
