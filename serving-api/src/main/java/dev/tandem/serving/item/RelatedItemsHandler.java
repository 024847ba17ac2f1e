package dev.tandem.serving.item;

import static dev.tandem.core.schema.Columns.ITEM_ID;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.published.ListKind;
import dev.tandem.serving.published.PublishedLists;
import dev.tandem.serving.ranking.CategoryLists;
import dev.tandem.serving.ranking.ListQuestion;
import dev.tandem.serving.ranking.ListSource;
import dev.tandem.serving.ranking.Pages;
import dev.tandem.serving.ranking.RankedAnswer;
import dev.tandem.serving.tenant.TenantHeader;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * {@code GET /v1/items/{item_id}/similar?limit=&category=&exclude=&in_stock=&cursor=}: what can take an item's place, best
 * first; filled up with the best sellers of the item's category.
 *
 * <p>{@code GET /v1/items/{item_id}/bought-together}, with the same parameters: what stands on the same orders. Nothing fills
 * it, since no other list says that two things go together: the answer may be empty, with source {@code none}.
 *
 * <p>400 for what cannot be used, 404 for an unknown item or tenant, 410 for a cursor whose lists are gone, 503 when the
 * store does not answer.
 */
public final class RelatedItemsHandler implements Handler {
    private static final String[] PARAMETERS = ListQuestion.parameters();

    /** The questions that this handler answers. */
    public enum Relation {
        SIMILAR("/v1/items/{item_id}/similar", ListKind.SIMILAR),
        BOUGHT_TOGETHER("/v1/items/{item_id}/bought-together", ListKind.BOUGHT_TOGETHER);

        private final String path;
        private final ListKind kind;

        Relation(String path, ListKind kind) {
            this.path = path;
            this.kind = kind;
        }

        public String path() {
            return path;
        }
    }

    private final Relation relation;
    private final TenantHeader header;
    private final Items items;
    private final PublishedLists lists;
    private final CategoryLists fallback;
    private final Pages pages;
    private final Responder responder;

    public RelatedItemsHandler(
            Relation relation,
            TenantHeader header,
            Items items,
            PublishedLists lists,
            CategoryLists fallback,
            Pages pages,
            Responder responder) {
        this.relation = relation;
        this.header = header;
        this.items = items;
        this.lists = lists;
        this.fallback = fallback;
        this.pages = pages;
        this.responder = responder;
    }

    @Override
    public void handle(Context ctx) {
        TenantId tenant = header.of(ctx);
        ItemId id = new ItemId(ctx.pathParam(ITEM_ID));
        ListQuestion question =
                ListQuestion.read(tenant, relation.path, id.value(), QueryParameters.of(ctx, PARAMETERS));
        responder.send(
                ctx,
                items.find(tenant, id).thenCompose(item -> pages.page(question, sources(tenant, item))),
                Optional::empty,
                page -> {
                    ctx.header(Header.CACHE_CONTROL, CacheControl.SHORT).header(Header.VARY, TenantHeader.NAME);
                    RankedAnswer.about(ITEM_ID, id.value(), page).write(ctx);
                });
    }

    private List<ListSource> sources(TenantId tenant, Item item) {
        List<ListSource> sources = new ArrayList<>(2);
        sources.add(lists.source(tenant, relation.kind, item.itemId()));
        if (relation == Relation.SIMILAR && item.category() != null) {
            sources.add(fallback.source(
                    tenant, item.category(), () -> CompletableFuture.completedStage(Set.of(item.itemId()))));
        }
        return sources;
    }
}
