package dev.tandem.local.launcher.load;

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
record LookupLoadSettings(URI api, TenantId tenant, int rate, Duration duration, int limit, long seed) {}
