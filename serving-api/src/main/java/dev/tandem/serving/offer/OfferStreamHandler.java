package dev.tandem.serving.offer;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.tenant.TenantHeader;
import dev.tandem.serving.tenant.Tenants;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import java.util.concurrent.CompletableFuture;

/**
 * {@code GET /v1/offers/stream}: the tenant's offers as they are published, as server-sent events: {@code event: offer},
 * {@code id: <partition>-<offset>}, {@code data:} the offer. The comment {@code : listening} says that from now on every offer
 * comes; a comment comes every 15 seconds. What was published before is not sent, whatever {@code Last-Event-ID} says.
 *
 * <p>400 for what cannot be used, 404 for an unknown tenant, 429 when a hundred listen already, 503 when the store does not
 * answer. A caller who reads more slowly than offers come is dropped.
 */
public final class OfferStreamHandler implements Handler {
    public static final String PATH = "/v1/offers/stream";

    private static final String EVENT_STREAM = "text/event-stream";
    private static final String NO_BUFFERING = "X-Accel-Buffering";

    private final TenantHeader header;
    private final Tenants tenants;
    private final OfferStreams streams;
    private final Responder responder;

    public OfferStreamHandler(TenantHeader header, Tenants tenants, OfferStreams streams, Responder responder) {
        this.header = header;
        this.tenants = tenants;
        this.streams = streams;
        this.responder = responder;
    }

    @Override
    public void handle(Context ctx) {
        TenantId tenant = header.of(ctx);
        QueryParameters.of(ctx);
        boolean isHead = ctx.method().equals(HandlerType.HEAD);
        responder.hold(ctx, tenants.ask(tenant, CompletableFuture::completedStage), known -> {
            ctx.contentType(EVENT_STREAM)
                    .header(Header.CACHE_CONTROL, CacheControl.NONE)
                    .header(NO_BUFFERING, "no");
            return isHead ? CompletableFuture.completedFuture(null) : streams.open(ctx, known);
        });
    }
}
