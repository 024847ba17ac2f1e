package dev.tandem.local.launcher.smoke;

import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.stack.StackSettings;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/** The end-to-end check of a stack: what the API answers, and whether both stores have the same. */
public final class StackSmoke {
    private StackSmoke() {}

    /** Hands on each expectation as soon as it is known; returns whether all held. */
    public static boolean run(StackSettings settings, TenantId tenant, Consumer<String> print)
            throws InterruptedException {
        try (StoreCounts stores = StoreCounts.open(settings, tenant)) {
            ApiClient api = new ApiClient(URI.create("http://127.0.0.1:" + settings.apiPort()), tenant);
            Consumer<Expectation> report = expectation -> print.accept(
                    "%s %-40s %s".formatted(expectation.held() ? "✓" : "✗", expectation.name(), expectation.seen()));
            boolean answersHold = new SmokeCheck(api, stores.busiestUser()).run(report);
            List<Expectation> counts = stores.expectations();
            counts.forEach(report);
            return answersHold && counts.stream().allMatch(Expectation::held);
        }
    }
}
