package dev.tandem.serving.retraining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.Json;
import dev.tandem.serving.http.JsonBody;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.tenant.TenantHeader;
import dev.tandem.serving.tenant.Tenants;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * {@code POST /v1/admin/retrain}: asks Airflow for a new model of the tenant, without waiting for it.
 *
 * <p>The body is a JSON object: {@code {}} for all orders up to the last full hour, or {@code {"interval_end":"2026-01-02T00:00:00Z"}}. 202 with the run,
 * 400 for what cannot be used, 403 where no Airflow is configured, 404 for an unknown tenant, 502 where Airflow refuses, 503
 * where it does not answer.
 */
public final class RetrainHandler implements Handler {
    public static final String PATH = "/v1/admin/retrain";

    private static final String INTERVAL_END = "interval_end";

    private final TenantHeader header;
    private final Tenants tenants;
    private final Retraining retraining;
    private final Clock clock;
    private final Responder responder;

    public RetrainHandler(
            TenantHeader header, Tenants tenants, Retraining retraining, Clock clock, Responder responder) {
        this.header = header;
        this.tenants = tenants;
        this.retraining = retraining;
        this.clock = clock;
        this.responder = responder;
    }

    @Override
    public void handle(Context ctx) {
        QueryParameters.of(ctx);
        TenantId tenant = header.of(ctx);
        Instant end = intervalEnd(JsonBody.of(ctx, INTERVAL_END));
        responder.send(
                ctx, tenants.ask(tenant, known -> retraining.ask(known, end)), run -> ctx.status(HttpStatus.ACCEPTED)
                        .header(Header.CACHE_CONTROL, CacheControl.NONE)
                        .contentType(ContentType.JSON)
                        .result(Json.bytes(run)));
    }

    private Instant intervalEnd(JsonNode body) {
        Instant now = clock.instant();
        if (!body.has(INTERVAL_END)) {
            return now.truncatedTo(ChronoUnit.HOURS);
        }
        String text = body.path(INTERVAL_END).asText();
        try {
            Instant end = Instant.parse(text);
            if (!end.isAfter(now)) {
                return end;
            }
        } catch (DateTimeParseException e) {
            throw noSuchEnd(text);
        }
        throw noSuchEnd(text);
    }

    private static TandemException noSuchEnd(String text) {
        return TandemException.invalid(INTERVAL_END, text, "an instant that has passed, as in 2026-01-02T00:00:00Z");
    }
}
