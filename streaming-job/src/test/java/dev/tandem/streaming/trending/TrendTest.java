package dev.tandem.streaming.trending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.core.recommendation.RankedItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final Trend trend = new Trend();

    private Map<String, List<RankedItem>> lists() {
        return trend.lists(item -> switch (item) {
            case "cup", "jug" -> Optional.of(new Trend.Facts(item, "kitchen"));
            case "lamp" -> Optional.of(new Trend.Facts(item, "light"));
            default -> Optional.empty();
        });
    }

    private List<RankedItem> list(String category) {
        return lists().getOrDefault(category, List.of());
    }

    private List<String> overall() {
        return list(Trend.OVERALL).stream().map(RankedItem::itemId).toList();
    }

    @Test
    void viewCountsHalfAfterSixHours() {
        trend.put(new WindowCount(NOON.minus(Duration.ofHours(6)), "cup", 10));
        trend.put(new WindowCount(NOON, "cup", 1));

        assertThat(list("kitchen").get(0).score()).isEqualTo(6, within(1e-9));
    }

    @Test
    void recentViewsOutweighMoreOldOnes() {
        trend.put(new WindowCount(NOON.minus(Duration.ofHours(12)), "cup", 7));
        trend.put(new WindowCount(NOON, "lamp", 2));

        assertThat(overall()).containsExactly("lamp", "cup");
    }

    @Test
    void ofEqualScoresTheLowerIdIsFirst() {
        trend.put(new WindowCount(NOON, "jug", 3));
        trend.put(new WindowCount(NOON, "cup", 3));

        assertThat(overall()).containsExactly("cup", "jug");
    }

    @Test
    void categoryHasItsOwnItemsOnly() {
        trend.put(new WindowCount(NOON, "cup", 1));
        trend.put(new WindowCount(NOON, "lamp", 5));

        assertThat(lists().keySet()).containsExactlyInAnyOrder("*", "kitchen", "light");
        assertThat(list("kitchen")).extracting(RankedItem::itemId).containsExactly("cup");
    }

    @Test
    void countTakesThePlaceOfTheOneBefore() {
        trend.put(new WindowCount(NOON, "cup", 1));
        trend.put(new WindowCount(NOON, "cup", 4));

        assertThat(list("kitchen").get(0).score()).isEqualTo(4);
    }

    @Test
    void whatIsADayOldOrNotInTheCatalogueIsNotListed() {
        trend.put(new WindowCount(NOON.minus(Duration.ofDays(1)), "cup", 100));
        trend.put(new WindowCount(NOON, "unheard-of", 100));
        trend.put(new WindowCount(NOON, "lamp", 1));

        assertThat(overall()).containsExactly("lamp");
    }
}
