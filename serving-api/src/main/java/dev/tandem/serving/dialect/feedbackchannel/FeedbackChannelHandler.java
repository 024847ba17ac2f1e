package dev.tandem.serving.dialect.feedbackchannel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.feedback.FeedbackIntake;
import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.ErrorAnswer;
import dev.tandem.serving.http.ErrorCode;
import dev.tandem.serving.http.RequestBody;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.intake.EventBody;
import dev.tandem.serving.intake.EventOutcome;
import dev.tandem.serving.tenant.Tenants;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;

/**
 * {@code POST /receive} with {@code {"customer_id":1,"service_id":2,"timestamp":"2024-02-15","review_txt":"…",
 * "review_score":2}}, each of which may be missing or null: 201 and {@code {"msg":"received"}} once the broker has it.
 *
 * <p>422 and {@code {"detail":[…]}} for what cannot be read, which is kept whole before the answer is given; 400 for a body
 * that is no text; 405 for other methods. What has no form there (no such tenant, too large a body, no broker) has Tandem's.
 *
 * <p>A body is read whatever it is said to be, save for what a page of another site may send unasked: a form, plain text, or
 * what is said to be nothing. The former service did not read those either.
 */
public final class FeedbackChannelHandler implements Handler {
    public static final String PATH = "/receive";

    /** How long a body may be. */
    public static final int MAX_BODY_BYTES = EventBody.MAX_BYTES;

    private static final List<String> UNASKED =
            List.of("", "text/plain", "multipart/form-data", "application/x-www-form-urlencoded");

    private final TenantId tenant;
    private final Tenants tenants;
    private final FeedbackIntake intake;
    private final Clock clock;
    private final Responder responder;

    /**
     * The endpoint.
     *
     * @param tenant whose feedback all of it is
     * @param writers the threads to answer on
     */
    public FeedbackChannelHandler(
            TenantId tenant, Tenants tenants, FeedbackIntake intake, Clock clock, Executor writers) {
        this.tenant = tenant;
        this.tenants = tenants;
        this.intake = intake;
        this.clock = clock;
        // The intake answers in time by itself; what is left to wait for is the store that knows the tenants.
        this.responder = new Responder(writers, intake.patience().multipliedBy(2));
    }

    @Override
    public void handle(Context ctx) {
        Instant receivedAt = clock.instant();
        byte[] body = RequestBody.read(ctx, MAX_BODY_BYTES);
        Review review = UNASKED.contains(type(ctx))
                ? Review.unread(body, tenant, receivedAt)
                : Review.read(body, tenant, receivedAt);
        responder.send(ctx, tenants.ask(tenant, known -> intake.take(List.of(review.received()))), outcomes -> {
            if (outcomes.get(0) instanceof EventOutcome.Unacknowledged) {
                throw ErrorAnswer.of(
                        ErrorCode.BROKER_UNAVAILABLE,
                        "The broker did not acknowledge the review in time; send it again");
            }
            answer(ctx, review.status(), review.answer());
        });
    }

    private static String type(Context ctx) {
        String given = ctx.contentType();
        return given == null ? "" : given.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Refuses a method, in the words of the framework that its clients know. */
    public static void refuseMethod(Context ctx) {
        ctx.header(Header.ALLOW, "POST");
        answer(
                ctx,
                HttpStatus.METHOD_NOT_ALLOWED,
                JsonNodeFactory.instance.objectNode().put("detail", "Method Not Allowed"));
    }

    private static void answer(Context ctx, HttpStatus status, ObjectNode body) {
        ctx.status(status)
                .header(Header.CACHE_CONTROL, CacheControl.NONE)
                .contentType(ContentType.JSON)
                .result(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
