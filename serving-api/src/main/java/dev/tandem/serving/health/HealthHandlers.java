package dev.tandem.serving.health;

import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.Json;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.http.Responder;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /health/live}: 200 while the process answers at all.
 *
 * <p>{@code GET /health/ready}: 200 while at least one tenant gets a list, with {@code status} {@code ready} when nothing is
 * missing and {@code degraded} when something is; else 503 and {@code not_ready}. What is missing is named, with the next
 * command to type. One tenant's gap is not everybody's outage, so it alone never makes the whole API unready.
 */
public final class HealthHandlers {
    public static final String LIVE_PATH = "/health/live";
    public static final String READY_PATH = "/health/ready";

    private final StoreInspection store;
    private final Responder responder;

    public HealthHandlers(StoreInspection store, Responder responder) {
        this.store = store;
        this.responder = responder;
    }

    record Liveness(String status) {}

    record Readiness(String status, List<Missing> missing) {}

    public void live(Context ctx) {
        QueryParameters.of(ctx);
        answer(ctx, HttpStatus.OK, new Liveness("live"));
    }

    public void ready(Context ctx) {
        QueryParameters.of(ctx);
        responder.send(ctx, store.inspect(), () -> Optional.of(new StoreState.Unreachable()), state -> {
            List<Missing> missing = state.missing();
            if (!state.canServe()) {
                answer(ctx, HttpStatus.SERVICE_UNAVAILABLE, new Readiness("not_ready", missing));
            } else {
                answer(ctx, HttpStatus.OK, new Readiness(missing.isEmpty() ? "ready" : "degraded", missing));
            }
        });
    }

    private static void answer(Context ctx, HttpStatus status, Record body) {
        ctx.status(status)
                .header(Header.CACHE_CONTROL, CacheControl.NONE)
                .contentType(ContentType.JSON)
                .result(Json.bytes(body));
    }
}
