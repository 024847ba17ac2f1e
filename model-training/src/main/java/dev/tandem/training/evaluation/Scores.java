package dev.tandem.training.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How good a ranker's lists are, averaged over users.
 *
 * @param users over how many
 * @param recallAt10 and the other metrics: 0 to 1
 * @param coverageAt10 share of the items known before the split that stand in anybody's first ten
 * @param noveltyAt10 mean over the items of all first tens of {@code -log2(share of users who had bought it)}: 0 would be
 *     what everybody has, 10 what one in a thousand has
 * @param listed share of the users whose list has ten items
 */
public record Scores(
        long users,
        double recallAt10,
        double recallAt20,
        double ndcgAt10,
        double mapAt10,
        double coverageAt10,
        double noveltyAt10,
        double listed) {
    /** The metrics by name, as JSON has them. */
    public Map<String, Object> byName() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("users", users);
        named.put("recall_at_10", recallAt10);
        named.put("recall_at_20", recallAt20);
        named.put("ndcg_at_10", ndcgAt10);
        named.put("map_at_10", mapAt10);
        named.put("coverage_at_10", coverageAt10);
        named.put("novelty_at_10", noveltyAt10);
        named.put("listed", listed);
        return named;
    }
}
