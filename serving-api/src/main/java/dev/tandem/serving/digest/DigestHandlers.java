package dev.tandem.serving.digest;

import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.ITEM_ID;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.Json;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.item.Items;
import dev.tandem.serving.ranking.Filters;
import dev.tandem.serving.tenant.TenantHeader;
import dev.tandem.serving.tenant.Tenants;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/items/{item_id}/feedback}: what all ratings of an item come to, as of the last digest: how many, how many
 * critical ones, their mean and how often each score was given.
 *
 * <p>{@code GET /v1/categories/{category}/feedback}: the same of a category's items, of all for {@code *}.
 *
 * <p>What nobody rated has no ratings and no mean; a category that there is not is no error. 400 for what cannot be used, 404
 * for an unknown item or tenant, 503 when the store does not answer.
 */
public final class DigestHandlers {
    public static final String ITEM_PATH = "/v1/items/{item_id}/feedback";
    public static final String CATEGORY_PATH = "/v1/categories/{category}/feedback";

    private final TenantHeader header;
    private final Tenants tenants;
    private final Items items;
    private final DigestStore store;
    private final Responder responder;

    public DigestHandlers(TenantHeader header, Tenants tenants, Items items, DigestStore store, Responder responder) {
        this.header = header;
        this.tenants = tenants;
        this.items = items;
        this.store = store;
        this.responder = responder;
    }

    record ItemDigest(
            String itemId,
            int ratings,
            int criticalRatings,
            @Nullable BigDecimal meanScore,
            Map<String, Integer> scores,
            @Nullable String intervalStart,
            @Nullable String intervalEnd) {}

    record CategoryDigest(
            String category,
            int ratings,
            int criticalRatings,
            @Nullable BigDecimal meanScore,
            Map<String, Integer> scores,
            @Nullable String intervalStart,
            @Nullable String intervalEnd) {}

    public void ofItem(Context ctx) {
        TenantId tenant = header.of(ctx);
        ItemId item = new ItemId(ctx.pathParam(ITEM_ID));
        QueryParameters.of(ctx);
        responder.send(
                ctx,
                items.find(tenant, item).thenCompose(known -> store.ofItem(tenant, item)),
                found -> answer(ctx, of(item, found.orElse(Digest.NONE))));
    }

    public void ofCategory(Context ctx) {
        TenantId tenant = header.of(ctx);
        String category = Filters.checkedCategory(ctx.pathParam(CATEGORY));
        QueryParameters.of(ctx);
        responder.send(
                ctx,
                tenants.ask(tenant, known -> store.ofCategory(known, category)),
                found -> answer(ctx, of(category, found.orElse(Digest.NONE))));
    }

    private static void answer(Context ctx, Record digest) {
        ctx.header(Header.CACHE_CONTROL, CacheControl.SHORT)
                .header(Header.VARY, TenantHeader.NAME)
                .contentType(ContentType.JSON)
                .result(Json.bytes(digest));
    }

    private static ItemDigest of(ItemId item, Digest digest) {
        return new ItemDigest(
                item.value(),
                digest.ratings(),
                digest.criticalRatings(),
                digest.meanScore(),
                scores(digest),
                text(digest.intervalStart()),
                text(digest.intervalEnd()));
    }

    private static CategoryDigest of(String category, Digest digest) {
        return new CategoryDigest(
                category,
                digest.ratings(),
                digest.criticalRatings(),
                digest.meanScore(),
                scores(digest),
                text(digest.intervalStart()),
                text(digest.intervalEnd()));
    }

    private static Map<String, Integer> scores(Digest digest) {
        Map<String, Integer> scores = new LinkedHashMap<>();
        for (int score = 1; score <= digest.scores().size(); score++) {
            scores.put(String.valueOf(score), digest.scores().get(score - 1));
        }
        return scores;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
