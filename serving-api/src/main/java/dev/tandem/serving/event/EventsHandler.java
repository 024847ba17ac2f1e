package dev.tandem.serving.event;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.intake.BatchAnswer;
import dev.tandem.serving.intake.EventBody;
import dev.tandem.serving.intake.EventIntake;
import dev.tandem.serving.intake.Reading;
import dev.tandem.serving.tenant.TenantHeader;
import dev.tandem.serving.tenant.Tenants;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * {@code POST /v1/events}: takes 1 to 500 events, as a JSON object, an array of them ({@code application/json}) or one a
 * line ({@code application/x-ndjson}), packed with gzip or not.
 *
 * <p>202 once the broker has acknowledged every one of them; 207 where some cannot be taken as they are, saying which; 400
 * where none can, or the body is none; 404 for an unknown tenant; 413 for a body of more than 500 KiB; 415 for one of another
 * form; 429 where too many events wait for the broker already, and none of these was sent; 503 where the broker did not
 * acknowledge every event in time, saying which it did. An event sent again with its {@code event_id} and its time is the
 * same event.
 */
public final class EventsHandler implements Handler {
    public static final String PATH = "/v1/events";

    /** How long a body may be. */
    public static final int MAX_BODY_BYTES = EventBody.MAX_BYTES;

    private final TenantHeader header;
    private final Tenants tenants;
    private final EventIntake intake;
    private final Clock clock;
    private final Responder responder;

    /**
     * The endpoint.
     *
     * @param writers the threads to answer on
     */
    public EventsHandler(TenantHeader header, Tenants tenants, EventIntake intake, Clock clock, Executor writers) {
        this.header = header;
        this.tenants = tenants;
        this.intake = intake;
        this.clock = clock;
        // The intake answers in time by itself; what is left to wait for is the store that knows the tenants.
        this.responder = new Responder(writers, intake.patience().multipliedBy(2));
    }

    @Override
    public void handle(Context ctx) {
        QueryParameters.of(ctx);
        TenantId tenant = header.of(ctx);
        Instant receivedAt = clock.instant();
        List<Reading> events = EventBody.of(ctx).events().stream()
                .map(event -> EventKinds.read(event, tenant, receivedAt))
                .toList();
        responder.send(
                ctx,
                tenants.ask(tenant, known -> intake.take(events)),
                outcomes -> BatchAnswer.write(ctx, new EventForm(), outcomes));
    }

    /** The topics that events go to. */
    public static List<String> topics() {
        return EventKinds.topics();
    }
}
