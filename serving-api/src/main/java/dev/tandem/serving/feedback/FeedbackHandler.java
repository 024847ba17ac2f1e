package dev.tandem.serving.feedback;

import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.event.RefusalReason;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.http.ErrorAnswer;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.intake.BatchAnswer;
import dev.tandem.serving.intake.EventBody;
import dev.tandem.serving.tenant.TenantHeader;
import dev.tandem.serving.tenant.Tenants;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * {@code POST /v1/feedback}: takes 1 to 500 ratings with their text, as a JSON object, an array of them ({@code
 * application/json}) or one a line ({@code application/x-ndjson}), packed with gzip or not. Of each {@code feedback_id},
 * {@code user_id}, {@code item_id}, {@code score}, {@code text} and {@code rated_at}; what is missing or out of range is
 * flagged.
 *
 * <p>201 once the broker has acknowledged every one of them, saying of each what was found and whether it is answered; 207
 * where some cannot be read, saying which; 422 where none can. What cannot be read is kept whole before the answer is given.
 * 400 where there is nothing or too much in the body; 404 for an unknown tenant; 413 for a body of more than 500 KiB; 415
 * for one of another form; 429 where too much waits for the broker already, and nothing of this was sent; 503 where the
 * broker did not acknowledge all of it in time, saying what it did. A feedback sent again with its {@code feedback_id} is
 * the same feedback.
 */
public final class FeedbackHandler implements Handler {
    public static final String PATH = "/v1/feedback";

    /** How long a body may be. */
    public static final int MAX_BODY_BYTES = EventBody.MAX_BYTES;

    private final TenantHeader header;
    private final Tenants tenants;
    private final FeedbackIntake intake;
    private final Clock clock;
    private final Responder responder;

    /**
     * The endpoint.
     *
     * @param writers the threads to answer on
     */
    public FeedbackHandler(TenantHeader header, Tenants tenants, FeedbackIntake intake, Clock clock, Executor writers) {
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
        List<ReceivedFeedback> received = read(EventBody.of(ctx), tenant, clock.instant());
        responder.send(
                ctx,
                tenants.ask(tenant, known -> intake.take(received)),
                outcomes -> BatchAnswer.write(ctx, new FeedbackForm(received), outcomes));
    }

    private static List<ReceivedFeedback> read(EventBody body, TenantId tenant, Instant receivedAt) {
        List<byte[]> each;
        try {
            each = body.events();
        } catch (ErrorAnswer malformed) {
            if (body.isBlank()) {
                throw malformed;
            }
            // Nobody can say where one feedback in it ends and the next begins, and none of them may be lost.
            String text = new String(body.bytes(), StandardCharsets.UTF_8);
            String problem = String.valueOf(malformed.getMessage());
            return List.of(new ReceivedFeedback.Illegible(
                    tenant, receivedAt, new EventRefusal(RefusalReason.INVALID_JSON, "", text, problem), body.bytes()));
        }
        return each.stream()
                .map(one -> ReceivedFeedback.read(one, tenant, receivedAt))
                .toList();
    }
}
