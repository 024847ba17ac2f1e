package dev.tandem.core.recommendation;

/** Where a ranked list, or one item of it, came from. */
public enum RecommendationSource {
    /** A list for this very user that knows what the user did since the active model was made. */
    LIVE("live"),
    /** The active model's list for this very user. */
    MODEL("model"),
    /** What the user has bought before, by the active model. */
    BUY_AGAIN("buy_again"),
    /** What can take an item's place, by the active model. */
    SIMILAR_ITEMS("similar_items"),
    /** What stands on the same orders as an item. */
    BOUGHT_TOGETHER("bought_together"),
    /** What goes with the items of a basket, by the active model. */
    BASKET("basket"),
    /** What is looked at most lately. */
    TRENDING("trending"),
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
