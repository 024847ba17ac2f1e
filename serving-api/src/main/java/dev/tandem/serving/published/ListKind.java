package dev.tandem.serving.published;

import dev.tandem.core.recommendation.RecommendationSource;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.Table;

/** The questions to which a model's publication writes a list each, for every user or item that it knows. */
public enum ListKind {
    /** Items that a user has not bought yet. */
    NEW_FOR_YOU(RecommendationSource.MODEL),
    /** Any items for a user. */
    WITH_PURCHASED(RecommendationSource.MODEL),
    /** Items that a user has bought before. */
    BUY_AGAIN(RecommendationSource.BUY_AGAIN),
    /** Items that can take an item's place. */
    SIMILAR(RecommendationSource.SIMILAR_ITEMS),
    /** Items that stand on the same orders as an item. */
    BOUGHT_TOGETHER(RecommendationSource.BOUGHT_TOGETHER);

    private final RecommendationSource source;

    ListKind(RecommendationSource source) {
        this.source = source;
    }

    RecommendationSource source() {
        return source;
    }

    Table table() {
        return switch (this) {
            case NEW_FOR_YOU -> CassandraTables.RECOMMENDATIONS_BY_USER;
            case WITH_PURCHASED -> CassandraTables.RECOMMENDATIONS_WITH_PURCHASED_BY_USER;
            case BUY_AGAIN -> CassandraTables.BUY_AGAIN_BY_USER;
            case SIMILAR -> CassandraTables.SIMILAR_ITEMS_BY_ITEM;
            case BOUGHT_TOGETHER -> CassandraTables.BOUGHT_TOGETHER_BY_ITEM;
        };
    }
}
