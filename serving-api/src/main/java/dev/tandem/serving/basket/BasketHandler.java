package dev.tandem.serving.basket;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.foldin.FoldInModels;
import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.JsonBody;
import dev.tandem.serving.http.QueryParameters;
import dev.tandem.serving.http.Responder;
import dev.tandem.serving.ranking.CategoryLists;
import dev.tandem.serving.ranking.ListQuestion;
import dev.tandem.serving.ranking.ListSource;
import dev.tandem.serving.ranking.Pages;
import dev.tandem.serving.ranking.RankedAnswer;
import dev.tandem.serving.tenant.TenantHeader;
import dev.tandem.serving.tenant.Tenants;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * {@code POST /v1/recommendations/basket?limit=&category=&exclude=&in_stock=&cursor=}: items for somebody of whom nothing is
 * known but what the body says: {@code {"items":["item-1"],"viewed":["item-2"]}}, the basket and what was viewed, at most 100
 * ids each, either of which may be left out.
 *
 * <p>The active model makes the list, as it makes that of a user who just bought the basket and viewed the rest; best sellers
 * fill it up. The basket's items are not on it. {@code unknown_items} are the ids that the model does not know; where it
 * knows none, what trends stands in, or best sellers. 400 for what cannot be used, 404 for an unknown tenant, 410 for a
 * cursor whose lists are gone, 413 for a body of more than 64 KiB, 503 when the store does not answer and nothing is in
 * memory.
 */
public final class BasketHandler implements Handler {
    public static final String PATH = "/v1/recommendations/basket";

    private static final String UNKNOWN_ITEMS = "unknown_items";
    private static final String[] PARAMETERS = ListQuestion.parameters();

    private final TenantHeader header;
    private final Tenants tenants;
    private final FoldInModels models;
    private final CategoryLists trending;
    private final CategoryLists bestSellers;
    private final Pages pages;
    private final Responder responder;
    private final Clock clock = Clock.systemUTC();

    public BasketHandler(
            TenantHeader header,
            Tenants tenants,
            FoldInModels models,
            CategoryLists trending,
            CategoryLists bestSellers,
            Pages pages,
            Responder responder) {
        this.header = header;
        this.tenants = tenants;
        this.models = models;
        this.trending = trending;
        this.bestSellers = bestSellers;
        this.pages = pages;
        this.responder = responder;
    }

    @Override
    public void handle(Context ctx) {
        TenantId tenant = header.of(ctx);
        QueryParameters query = QueryParameters.of(ctx, PARAMETERS);
        Basket basket = Basket.read(JsonBody.of(ctx, Basket.ITEMS, Basket.VIEWED));
        ListQuestion question = ListQuestion.read(tenant, PATH, basket.canonical(), query);
        responder.send(
                ctx,
                tenants.ask(tenant, known -> answer(question, basket)),
                // Without the model nobody can say which items it knows.
                () -> pages.remembered(question, sources(question, basket))
                        .map(page -> RankedAnswer.with(UNKNOWN_ITEMS, List.of(), page)),
                answer -> {
                    ctx.header(Header.CACHE_CONTROL, CacheControl.NONE);
                    answer.write(ctx);
                });
    }

    private CompletionStage<RankedAnswer> answer(ListQuestion question, Basket basket) {
        CompletionStage<List<String>> unknown = models.active(question.tenant())
                .thenApply(model -> model.map(loaded -> basket.unknownTo(loaded.model()))
                        .orElseGet(() -> basket.all().distinct().toList()));
        return pages.page(question, sources(question, basket))
                .thenCombine(unknown, (page, ids) -> RankedAnswer.with(UNKNOWN_ITEMS, ids, page));
    }

    private List<ListSource> sources(ListQuestion question, Basket basket) {
        TenantId tenant = question.tenant();
        String category = question.filters().category();
        Supplier<CompletionStage<Set<String>>> inBasket =
                () -> CompletableFuture.completedStage(Set.copyOf(basket.items()));
        return List.of(
                new BasketSource(models, tenant, basket, clock),
                trending.source(tenant, category, inBasket),
                bestSellers.source(tenant, category, inBasket));
    }
}
