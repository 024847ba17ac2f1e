package dev.tandem.serving.because;

import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.USER_ID;

import dev.tandem.core.failure.Shown;
import dev.tandem.core.foldin.UserHistory;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.foldin.FoldInModels;
import dev.tandem.serving.foldin.LoadedModel;
import dev.tandem.serving.history.UserHistories;
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
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * {@code GET /v1/users/{user_id}/recommendations/{item_id}/because}: which items that the user bought or viewed speak for an
 * item, the strongest first, at most five, with shares that add up to 1.
 *
 * <p>By the active model and what the user did up to now, whether the item is on the user's list or not. The list is empty,
 * and {@code message} says why, where nothing speaks for the item: also for an unknown user. 400 for what cannot be used, 404
 * for an unknown tenant or an item that the model does not know, 503 when the store does not answer.
 */
public final class BecauseHandler implements Handler {
    public static final String PATH = "/v1/users/{user_id}/recommendations/{item_id}/because";

    private final TenantHeader header;
    private final Tenants tenants;
    private final FoldInModels models;
    private final UserHistories histories;
    private final Responder responder;
    private final Clock clock = Clock.systemUTC();

    public BecauseHandler(
            TenantHeader header, Tenants tenants, FoldInModels models, UserHistories histories, Responder responder) {
        this.header = header;
        this.tenants = tenants;
        this.models = models;
        this.histories = histories;
        this.responder = responder;
    }

    @Override
    public void handle(Context ctx) {
        QueryParameters.of(ctx);
        TenantId tenant = header.of(ctx);
        UserId user = new UserId(ctx.pathParam(USER_ID));
        ItemId item = new ItemId(ctx.pathParam(ITEM_ID));
        responder.send(
                ctx,
                tenants.ask(
                        tenant, known -> model(known, item).thenCompose(model -> explain(model, known, user, item))),
                because -> ctx.header(Header.CACHE_CONTROL, CacheControl.NONE)
                        .contentType(ContentType.JSON)
                        .result(Json.bytes(because)));
    }

    private CompletionStage<LoadedModel> model(TenantId tenant, ItemId item) {
        return models.active(tenant)
                .thenApply(model -> model.filter(loaded -> loaded.model().knows(item.value()))
                        .orElseThrow(() -> unknown(tenant, item)));
    }

    private CompletionStage<Because> explain(LoadedModel model, TenantId tenant, UserId user, ItemId item) {
        Instant now = clock.instant();
        return histories
                .find(tenant, user, now, Instant.MAX)
                .thenApply(UserHistories.Known::history)
                .thenCompose(history -> model.explain(history, now, item.value())
                        .thenApply(parts -> Reasons.of(parts, history, model.model()))
                        .thenApply(reasons -> new Because(
                                user.value(),
                                item.value(),
                                model.model().version().value(),
                                reasons,
                                reasons.isEmpty() ? message(user, history) : null)));
    }

    private static String message(UserId user, UserHistory history) {
        String shown = Shown.of(user.value());
        return history.events().isEmpty()
                ? "Nothing is known that user '%s' bought or viewed, so nothing speaks for the item".formatted(shown)
                : "Nothing that user '%s' bought or viewed speaks for the item".formatted(shown);
    }

    private static ErrorAnswer unknown(TenantId tenant, ItemId item) {
        String shown = Shown.of(item.value());
        return ErrorAnswer.of(
                        ErrorCode.UNKNOWN_ITEM,
                        "The active model of tenant '%s' does not know item '%s': nobody had bought or viewed it when the model was made"
                                .formatted(tenant, shown))
                .with("field", ITEM_ID)
                .with("value", shown);
    }
}
