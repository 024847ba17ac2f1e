package dev.tandem.training.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rankers judged by the same purchases.
 *
 * @param evaluated in the order in which they are shown
 */
public record Comparison(TimeSplit split, HoldoutCounts counts, List<Evaluated> evaluated) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD =
            """
            | ranking | R@10 | R@20 | NDCG@10 | MAP@10 | coverage | novelty | listed |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    public Comparison {
        evaluated = List.copyOf(evaluated);
    }

    /** The comparison as one JSON object. */
    public ObjectNode toJson() {
        ObjectNode json = JSON.createObjectNode();
        json.put("learnt_from", split.before().start().toString());
        json.put("split_at", split.before().end().toString());
        json.put("judged_until", split.after().end().toString());
        json.set("counts", JSON.valueToTree(counts.byName()));
        ArrayNode rankings = json.putArray("rankings");
        for (Evaluated one : evaluated) {
            ObjectNode ranking = rankings.addObject();
            ranking.put("ranking", one.name());
            ranking.set("new", JSON.valueToTree(one.news().byName()));
            ranking.set("all", JSON.valueToTree(one.all().byName()));
        }
        return json;
    }

    /** The comparison as Markdown that is as readable unrendered. */
    public String toMarkdown() {
        List<String> lines = new ArrayList<>();
        lines.add("Learnt from what was bought before %s, judged by what was bought from then to %s."
                .formatted(split.before().end(), split.after().end()));
        lines.add(explainCounts());
        lines.add("");
        lines.add("New for you: %d users, what they had bought is not ranked."
                .formatted(evaluated.isEmpty() ? 0 : evaluated.get(0).news().users()));
        lines.add("");
        lines.add(table(Target.NEW));
        lines.add("All purchases: %d users, every item is ranked."
                .formatted(evaluated.isEmpty() ? 0 : evaluated.get(0).all().users()));
        lines.add("");
        lines.add(table(Target.ALL));
        return String.join("\n", lines);
    }

    private String explainCounts() {
        return ("Of %d users who bought then, %d had not bought before: they have no list of their own and are in no score"
                        + " (%.1f %% of users served). Of %d items, %d had not been bought before; %d of %d pairs are of"
                        + " such items and count as missed, and %d are of such users.")
                .formatted(
                        counts.users(),
                        counts.coldUsers(),
                        100 * counts.usersServed(),
                        counts.items(),
                        counts.coldItems(),
                        counts.pairsOfColdItems(),
                        counts.pairs(),
                        counts.pairsOfColdUsers());
    }

    private String table(Target target) {
        StringBuilder table = new StringBuilder(HEAD);
        for (Evaluated one : evaluated) {
            Scores scores = target == Target.NEW ? one.news() : one.all();
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.4f | %.4f | %.4f | %.4f | %.3f | %.1f | %.3f |%n",
                    one.name(),
                    scores.recallAt10(),
                    scores.recallAt20(),
                    scores.ndcgAt10(),
                    scores.mapAt10(),
                    scores.coverageAt10(),
                    scores.noveltyAt10(),
                    scores.listed()));
        }
        return table.toString();
    }
}
