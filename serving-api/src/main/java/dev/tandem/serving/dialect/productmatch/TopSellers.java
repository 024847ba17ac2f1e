package dev.tandem.serving.dialect.productmatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.core.recommendation.RankedEntries;
import dev.tandem.serving.ranking.RankedList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The best sellers of several categories together. */
final class TopSellers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TopSellers() {}

    /**
     * The items that most buyers bought, most first; of those with as many, the first by id.
     *
     * @param lists best sellers of different categories, each by its buyers
     * @param limit how many items at the most
     */
    static List<String> of(List<RankedList> lists, int limit) {
        return lists.stream()
                .flatMap(list -> first(list, limit))
                .sorted(Comparator.comparingDouble(Seller::buyers).reversed().thenComparing(Seller::itemId))
                .map(Seller::itemId)
                .distinct()
                .limit(limit)
                .toList();
    }

    private static Stream<Seller> first(RankedList list, int limit) {
        List<Seller> sellers = new ArrayList<>(limit);
        RankedEntries entries = new RankedEntries(list.items());
        while (sellers.size() < limit && entries.next()) {
            try {
                JsonNode entry = JSON.readTree(list.items(), entries.start(), entries.end() - entries.start());
                sellers.add(new Seller(entries.itemId(), entry.path("score").asDouble()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sellers.stream();
    }

    private record Seller(String itemId, double buyers) {}
}
