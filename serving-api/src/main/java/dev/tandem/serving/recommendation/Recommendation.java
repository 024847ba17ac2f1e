package dev.tandem.serving.recommendation;

import dev.tandem.core.recommendation.RecommendationSource;
import dev.tandem.serving.ranking.RankedList;

/** A ranked list for a user, with where it came from. */
record Recommendation(RecommendationSource source, RankedList list) {
    static Recommendation ofModel(RankedList list) {
        return new Recommendation(RecommendationSource.MODEL, list);
    }

    static Recommendation ofBestSellers(RankedList list) {
        return list.isEmpty()
                ? new Recommendation(RecommendationSource.NONE, RankedList.NONE)
                : new Recommendation(RecommendationSource.BEST_SELLERS, list);
    }
}
