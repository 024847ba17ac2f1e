package dev.tandem.serving.metrics;

import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.published.PublishedLists;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;

/** {@code GET /metrics}: every series, as Prometheus reads them. Answered from memory, also while the store is gone. */
public final class MetricsHandler implements Handler {
    public static final String PATH = "/metrics";

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private final PublishedLists lists;
    private final ModelGauges models;

    public MetricsHandler(PrometheusMeterRegistry registry, PublishedLists lists, Clock clock) {
        this.registry = registry;
        this.lists = lists;
        this.models = new ModelGauges(registry, clock);
    }

    @Override
    public void handle(Context ctx) {
        QueryParameters.of(ctx);
        models.set(lists.activeModels());
        ctx.header(Header.CACHE_CONTROL, CacheControl.NONE).contentType(TEXT).result(registry.scrape());
    }
}
