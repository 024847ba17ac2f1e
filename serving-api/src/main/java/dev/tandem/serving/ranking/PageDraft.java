package dev.tandem.serving.ranking;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.core.recommendation.RankedEntries;
import dev.tandem.core.recommendation.RecommendationSource;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A page that is being filled from one source after another, until it is full. */
final class PageDraft {
    private static final byte[] SEPARATOR = ",\n".getBytes(UTF_8);
    private static final int TYPICAL_ENTRY = 112;

    private final ListQuestion question;
    private final Set<String> outOfStock;
    private final ByteArrayOutputStream items;
    private final List<Place> places = new ArrayList<>(2);
    // The items of the lists before: what stood in them is not shown again out of another.
    private final Set<String> earlier = new HashSet<>();
    private RecommendationSource source = RecommendationSource.NONE;
    private RankedList list = RankedList.NONE;
    private int size;
    private boolean isAtEnd;
    private boolean hasList;

    PageDraft(ListQuestion question, Set<String> outOfStock) {
        this.question = question;
        this.outOfStock = outOfStock;
        this.items = new ByteArrayOutputStream(question.limit() * TYPICAL_ENTRY);
    }

    boolean isFull() {
        return size == question.limit();
    }

    /** Whether one of the lists so far has anything in it, wanted or not. */
    boolean hasList() {
        return hasList;
    }

    /** Takes what fits from the next source's list, beginning at a position in it. */
    void take(Snapshot snapshot, int position, Set<String> unwanted) {
        RankedEntries entries = new RankedEntries(snapshot.list().items());
        skip(entries, position);
        while (!isFull() && entries.next()) {
            if (isWanted(entries, unwanted)) {
                append(snapshot.source(), snapshot.list(), entries);
            }
        }
        isAtEnd = entries.isAtEnd();
        hasList |= !snapshot.list().isEmpty();
        places.add(new Place(snapshot.stamp(), entries.position()));
        if (!isFull()) {
            remember(snapshot.list());
        }
    }

    /** The page as far as it got. */
    Page page(int sources) {
        boolean isLast = isAtEnd && places.size() == sources;
        return new Page(source, list, items.toByteArray(), isFull() && !isLast ? Cursor.write(question, places) : "");
    }

    private boolean isWanted(RankedEntries entry, Set<String> unwanted) {
        Filters filters = question.filters();
        if (!filters.isOfAnyCategory() && !entry.isOfCategory(filters.category())) {
            return false;
        }
        if (outOfStock.isEmpty() && filters.excluded().isEmpty() && unwanted.isEmpty() && earlier.isEmpty()) {
            return true;
        }
        String id = entry.itemId();
        return !outOfStock.contains(id)
                && !filters.excluded().contains(id)
                && !unwanted.contains(id)
                && !earlier.contains(id);
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

    private void remember(RankedList done) {
        RankedEntries entries = new RankedEntries(done.items());
        while (entries.next()) {
            earlier.add(entries.itemId());
        }
    }

    private static void skip(RankedEntries entries, int count) {
        boolean isThere = true;
        for (int skipped = 0; isThere && skipped < count; skipped++) {
            isThere = entries.next();
        }
    }
}
