package dev.tandem.serving.ranking;

import dev.tandem.core.recommendation.RecommendationSource;

/** One page of an answer, its items in the form in which they are sent. */
public final class Page {
    private final RecommendationSource source;
    private final RankedList list;
    private final byte[] items;
    private final String cursor;

    Page(RecommendationSource source, RankedList list, byte[] items, String cursor) {
        this.source = source;
        this.list = list;
        this.items = items;
        this.cursor = cursor;
    }

    /** The source of the first item; items of another name theirs. */
    RecommendationSource source() {
        return source;
    }

    /** The list of the first item, for its version and times. */
    RankedList list() {
        return list;
    }

    /** The items as they are sent, not copied. */
    byte[] items() {
        return items;
    }

    /** The cursor of the next page; empty where there is none. */
    String cursor() {
        return cursor;
    }
}
