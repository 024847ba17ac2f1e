package dev.tandem.serving.ranking;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.core.recommendation.RankedEntries;
import dev.tandem.core.recommendation.RecommendationSource;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A page that is being filled from one source after another, until it is full.
 *
 * <p>Each source is walked twice: for what is not demoted, and, once all sources have given that, for what is.
 */
final class PageDraft {
    private static final byte[] SEPARATOR = ",\n".getBytes(UTF_8);
    private static final int TYPICAL_ENTRY = 112;

    private final ListQuestion question;
    private final Shelf shelf;
    private final ByteArrayOutputStream items;
    private final List<Taken> taken = new ArrayList<>(2);
    // The items of the lists before: what stood in them is not shown again out of another.
    private final Set<String> earlier = new HashSet<>();
    private RecommendationSource source = RecommendationSource.NONE;
    private RankedList list = RankedList.NONE;
    private int size;
    private boolean isAtEnd;
    private boolean hasList;

    PageDraft(ListQuestion question, Shelf shelf) {
        this.question = question;
        this.shelf = shelf;
        this.items = new ByteArrayOutputStream(question.limit() * TYPICAL_ENTRY);
    }

    /** A source's list, where its next page begins, and the ids of what it must not show. */
    private record Taken(Snapshot snapshot, Place place, Set<String> unwanted) {
        /** The same, with so many entries looked at for what is demoted. */
        Taken lookedAt(int demotedPosition) {
            return new Taken(snapshot, new Place(place.stamp(), place.position(), demotedPosition), unwanted);
        }
    }

    boolean isFull() {
        return size == question.limit();
    }

    /** Whether one of the lists so far has anything in it, wanted or not. */
    boolean hasList() {
        return hasList;
    }

    /** Takes what fits from the next source's list and is not demoted, beginning at a place in it. */
    void take(Snapshot snapshot, Place begin, Set<String> unwanted) {
        RankedEntries entries = new RankedEntries(snapshot.list().items());
        skip(entries, begin.position());
        while (!isFull() && entries.next()) {
            if (isWanted(entries, unwanted, earlier) && !isDemoted(entries)) {
                append(snapshot.source(), snapshot.list(), entries);
            }
        }
        isAtEnd = entries.isAtEnd();
        hasList |= !snapshot.list().isEmpty();
        taken.add(new Taken(
                snapshot, new Place(snapshot.stamp(), entries.position(), begin.demotedPosition()), unwanted));
        if (!isFull()) {
            remember(snapshot.list(), earlier);
        }
    }

    /** The page of so many sources, as far as it got; where they gave all that they have, with what is demoted in them. */
    Page page(int sources) {
        boolean isLast = false;
        if (isAtEnd && taken.size() == sources) {
            isLast = takesAllDemoted();
        }
        return new Page(source, list, items.toByteArray(), isFull() && !isLast ? Cursor.write(question, next()) : "");
    }

    /** Where the next page begins. */
    private Begin next() {
        return new Begin(
                shelf.demoted().stamp(), taken.stream().map(Taken::place).toList());
    }

    /** Takes what fits of what is demoted in the sources' lists, and says whether that is all of it. */
    private boolean takesAllDemoted() {
        if (shelf.demoted().isEmpty()) {
            return true;
        }
        Set<String> before = new HashSet<>();
        for (int at = 0; at < taken.size(); at++) {
            Taken from = taken.get(at);
            RankedList origin = from.snapshot().list();
            RankedEntries entries = new RankedEntries(origin.items());
            skip(entries, from.place().demotedPosition());
            int looked = entries.position();
            while (entries.next()) {
                if (isDemoted(entries) && isWanted(entries, from.unwanted(), before)) {
                    if (isFull()) {
                        taken.set(at, from.lookedAt(looked));
                        return false;
                    }
                    append(from.snapshot().source(), origin, entries);
                }
                looked = entries.position();
            }
            taken.set(at, from.lookedAt(looked));
            remember(origin, before);
        }
        return true;
    }

    private boolean isDemoted(RankedEntries entry) {
        return !shelf.demoted().isEmpty() && shelf.demoted().contains(entry.itemId());
    }

    private boolean isWanted(RankedEntries entry, Set<String> unwanted, Set<String> before) {
        Filters filters = question.filters();
        if (!filters.isOfAnyCategory() && !entry.isOfCategory(filters.category())) {
            return false;
        }
        if (shelf.outOfStock().isEmpty() && filters.excluded().isEmpty() && unwanted.isEmpty() && before.isEmpty()) {
            return true;
        }
        String id = entry.itemId();
        return !shelf.outOfStock().contains(id)
                && !filters.excluded().contains(id)
                && !unwanted.contains(id)
                && !before.contains(id);
    }

    private void append(RecommendationSource from, RankedList origin, RankedEntries entry) {
        if (size == 0) {
            source = from;
            list = origin;
        } else {
            items.writeBytes(SEPARATOR);
        }
        size++;
        if (from == source) {
            items.write(origin.items(), entry.start(), entry.end() - entry.start());
        } else {
            items.write(origin.items(), entry.start(), entry.end() - 1 - entry.start());
            items.writeBytes((",\"source\":\"" + from.word() + "\"}").getBytes(UTF_8));
        }
    }

    private static void remember(RankedList done, Set<String> items) {
        RankedEntries entries = new RankedEntries(done.items());
        while (entries.next()) {
            items.add(entries.itemId());
        }
    }

    private static void skip(RankedEntries entries, int count) {
        boolean isThere = true;
        for (int skipped = 0; isThere && skipped < count; skipped++) {
            isThere = entries.next();
        }
    }
}
