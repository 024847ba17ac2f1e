package dev.tandem.serving.ranking;

import dev.tandem.core.recommendation.RecommendationSource;

/**
 * A list as it was at one moment.
 *
 * @param source where it came from, as answers name it
 * @param stamp tells it from every other list that its source ever had or will have; empty where there is no list
 */
public record Snapshot(RecommendationSource source, String stamp, RankedList list) {
    /** No list. */
    public static final Snapshot NONE = new Snapshot(RecommendationSource.NONE, "", RankedList.NONE);

    public boolean isEmpty() {
        return stamp.isEmpty();
    }
}
