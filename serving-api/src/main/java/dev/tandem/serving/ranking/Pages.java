package dev.tandem.serving.ranking;

import dev.tandem.serving.demotion.Demotion;
import dev.tandem.serving.ranking.Filters.Choice;
import dev.tandem.serving.ranking.ListSource.Role;
import dev.tandem.serving.stock.Stock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The pages of ranked lists: what the filters leave of the first source, filled up from the next ones, and then what is demoted
 * in all of them, in the same order.
 *
 * <p>The first page takes each list as it is; a cursor has the following ones made of the same lists, so that no item comes
 * twice, whatever is published meanwhile. It is of no use any more once other items are demoted, for the same reason.
 */
public final class Pages {
    private static final CompletionStage<Set<String>> NOTHING = CompletableFuture.completedStage(Set.of());

    private final Stock stock;
    private final Demotion demotion;

    public Pages(Stock stock, Demotion demotion) {
        this.stock = stock;
        this.demotion = demotion;
    }

    /** The page that is asked for; fails with a refusal where the cursor's lists are gone. */
    public CompletionStage<Page> page(ListQuestion question, List<ListSource> sources) {
        Begin begin = Cursor.read(question);
        CompletionStage<Set<String>> outOfStock =
                question.filters().stock() == Choice.LEAVE_OUT ? stock.outOfStock(question.tenant()) : NOTHING;
        return outOfStock
                .thenCombine(demotion.demoted(question.tenant()), Shelf::new)
                .thenCompose(shelf -> begin.isFirst()
                        ? first(question, shelf, sources)
                        : fill(new PageDraft(question, fitting(begin, shelf)), begin, sources, 0));
    }

    /** The page as far as it can be made of what is in memory; empty where that is nothing. */
    public Optional<Page> remembered(ListQuestion question, List<ListSource> sources) {
        Begin begin = Cursor.read(question);
        boolean leavesOut = question.filters().stock() == Choice.LEAVE_OUT;
        Shelf shelf = new Shelf(
                leavesOut ? stock.remembered(question.tenant()) : Set.of(), demotion.remembered(question.tenant()));
        if (!begin.fits(shelf)) {
            return Optional.empty();
        }
        PageDraft draft = new PageDraft(question, shelf);
        for (int at = 0; at < sources.size() && !draft.isFull(); at++) {
            Place place = begin.place(at);
            Optional<Snapshot> known =
                    isLeftOut(sources.get(at), draft) ? Optional.of(Snapshot.NONE) : remembered(sources.get(at), place);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            draft.take(known.get(), place, Set.of());
        }
        return Optional.of(draft.page(sources.size())).filter(page -> page.items().length > 0);
    }

    private static Shelf fitting(Begin begin, Shelf shelf) {
        if (!begin.fits(shelf)) {
            throw Cursor.expired();
        }
        return shelf;
    }

    /** A first page, remembered with its list where it needs no other. */
    private static CompletionStage<Page> first(ListQuestion question, Shelf shelf, List<ListSource> sources) {
        ListSource source = sources.get(0);
        return source.load().thenCompose(snapshot -> {
            RankedList list = snapshot.list();
            Page known = list.known(question, shelf);
            if (known != null) {
                return CompletableFuture.completedStage(known);
            }
            PageDraft draft = new PageDraft(question, shelf);
            return take(draft, source, snapshot, Place.UNTOUCHED).thenCompose(taken -> {
                if (!draft.isFull()) {
                    return fill(draft, new Begin("", List.of()), sources, 1);
                }
                Page page = draft.page(sources.size());
                list.remember(question, shelf, page);
                return CompletableFuture.completedStage(page);
            });
        });
    }

    private static CompletionStage<Page> fill(PageDraft draft, Begin begin, List<ListSource> sources, int at) {
        if (draft.isFull() || at == sources.size()) {
            return CompletableFuture.completedStage(draft.page(sources.size()));
        }
        ListSource source = sources.get(at);
        Place place = begin.place(at);
        CompletionStage<Snapshot> loading =
                isLeftOut(source, draft) ? CompletableFuture.completedStage(Snapshot.NONE) : load(source, place);
        return loading.thenCompose(snapshot -> take(draft, source, snapshot, place))
                .thenCompose(taken -> fill(draft, begin, sources, at + 1));
    }

    /** Whether a source is not asked, because there is something better than what it stands in for. */
    private static boolean isLeftOut(ListSource source, PageDraft draft) {
        return source.role() == Role.STANDS_IN && draft.hasList();
    }

    private static CompletionStage<PageDraft> take(PageDraft draft, ListSource source, Snapshot snapshot, Place begin) {
        CompletionStage<Set<String>> unwanted = snapshot.list().isEmpty() ? NOTHING : source.unwanted();
        return unwanted.thenApply(ids -> {
            draft.take(snapshot, begin, ids);
            return draft;
        });
    }

    private static CompletionStage<Snapshot> load(ListSource source, Place place) {
        if (place.isUntouched()) {
            return source.load();
        }
        return place.stamp().isEmpty()
                ? CompletableFuture.completedStage(Snapshot.NONE)
                : source.reload(place.stamp()).thenApply(found -> found.orElseThrow(Cursor::expired));
    }

    /** What is known of a source; where nothing is, the first page does without and a later one cannot be made. */
    private static Optional<Snapshot> remembered(ListSource source, Place place) {
        if (place.isUntouched()) {
            return Optional.of(source.remembered().orElse(Snapshot.NONE));
        }
        return place.stamp().isEmpty()
                ? Optional.of(Snapshot.NONE)
                : source.remembered().filter(known -> known.stamp().equals(place.stamp()));
    }
}
