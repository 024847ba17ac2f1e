package dev.tandem.serving.offer;

import static dev.tandem.core.schema.Columns.FEEDBACK_ID;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.tandem.core.failure.Shown;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.ErrorAnswer;
import dev.tandem.serving.http.ErrorCode;
import dev.tandem.serving.http.Json;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.tenant.TenantHeader;
import dev.tandem.serving.tenant.Tenants;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/feedback/{feedback_id}}: a feedback and what became of it: {@code state} is {@code accepted}, {@code offered}
 * (an offer was chosen, and may be on its way to the broker), {@code delivered} (the broker has it), {@code acknowledged}
 * (whoever writes to the user has it) or {@code undeliverable}, with the times of each and the {@code offer} itself.
 *
 * <p>400 for what cannot be used, 404 for an unknown tenant or a feedback that is not stored, which one accepted a moment ago
 * may not be yet; 503 when the store does not answer.
 */
public final class FeedbackStateHandler implements Handler {
    public static final String PATH = "/v1/feedback/{feedback_id}";

    private static final int MAX_ID = 128;

    private final TenantHeader header;
    private final Tenants tenants;
    private final FeedbackStore store;
    private final Responder responder;

    public FeedbackStateHandler(TenantHeader header, Tenants tenants, FeedbackStore store, Responder responder) {
        this.header = header;
        this.tenants = tenants;
        this.store = store;
        this.responder = responder;
    }

    record FeedbackState(
            String feedbackId,
            @Nullable String userId,
            @Nullable String itemId,
            @Nullable Integer score,
            @Nullable String text,
            boolean valid,
            List<String> flags,
            String state,
            @Nullable String acceptedAt,
            @Nullable String offeredAt,
            @Nullable String deliveredAt,
            @Nullable String acknowledgedAt,
            @Nullable String undeliverableAt,
            int attempts,
            @Nullable RawValue offer) {

        static FeedbackState of(StoredFeedback feedback) {
            StoredFeedback.Times times = feedback.times();
            return new FeedbackState(
                    feedback.feedbackId(),
                    feedback.userId(),
                    feedback.itemId(),
                    feedback.score(),
                    feedback.text(),
                    feedback.flags().isEmpty(),
                    List.copyOf(feedback.flags()),
                    feedback.state().word(),
                    text(times.receivedAt()),
                    text(times.offeredAt()),
                    text(times.deliveredAt()),
                    text(times.acknowledgedAt()),
                    text(times.undeliverableAt()),
                    feedback.attempts(),
                    feedback.offer() == null ? null : new RawValue(feedback.offer()));
        }

        private static @Nullable String text(@Nullable Instant time) {
            return time == null ? null : time.toString();
        }
    }

    @Override
    public void handle(Context ctx) {
        TenantId tenant = header.of(ctx);
        String id = checked(ctx.pathParam(FEEDBACK_ID));
        QueryParameters.of(ctx);
        responder.send(
                ctx,
                tenants.ask(tenant, known -> store.find(known, id))
                        .thenApply(found -> found.orElseThrow(() -> unknown(tenant, id))),
                feedback -> ctx.header(Header.CACHE_CONTROL, CacheControl.NONE)
                        .contentType(ContentType.JSON)
                        .result(Json.bytes(FeedbackState.of(feedback))));
    }

    private static String checked(String id) {
        if (id.isBlank() || id.length() > MAX_ID) {
            throw TandemException.invalid(FEEDBACK_ID, id, "1 to " + MAX_ID + " characters, not all blank");
        }
        return id;
    }

    private static ErrorAnswer unknown(TenantId tenant, String id) {
        String shown = Shown.of(id);
        return ErrorAnswer.of(
                        ErrorCode.UNKNOWN_FEEDBACK,
                        "Tenant '%s' has no feedback '%s'; one that was accepted a moment ago may be on its way: ask again"
                                        .formatted(tenant, shown)
                                + " in a second")
                .with("field", FEEDBACK_ID)
                .with("value", shown);
    }
}
