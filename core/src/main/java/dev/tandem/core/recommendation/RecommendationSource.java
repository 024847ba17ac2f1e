package dev.tandem.core.recommendation;

/** Where a list of recommendations came from, in the order in which sources are tried. */
public enum RecommendationSource {
    /** The active model's list for this very user. */
    MODEL("model"),
    /** What most buyers bought last month. */
    BEST_SELLERS("best_sellers"),
    /** Nothing is known yet; the list is empty. */
    NONE("none");

    private final String word;

    RecommendationSource(String word) {
        this.word = word;
    }

    /** The word in answers. */
    public String word() {
        return word;
    }
}
