package dev.tandem.local.launcher.load;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.shop.TenantId;
import java.net.URI;
import java.time.Duration;

/**
 * How the API is called.
 *
 * @param rate requests a second
 * @param duration whole seconds
 * @param limit how many items are asked for
 * @param seed of the choice of users
 */
record LookupLoadSettings(URI api, TenantId tenant, int rate, Duration duration, int limit, long seed) {
    private static final int MAX_RATE = 5_000;

    LookupLoadSettings {
        if (rate < 1 || rate > MAX_RATE) {
            throw TandemException.invalid("--rate", String.valueOf(rate), "1 to " + MAX_RATE);
        }
        if (duration.toSeconds() < 1) {
            throw TandemException.invalid("--duration", duration.toString(), "PT1S and more, in whole seconds");
        }
    }
}
