package dev.tandem.core.foldin;

import static dev.tandem.core.foldin.HistoryEvent.order;
import static dev.tandem.core.foldin.HistoryEvent.view;
import static dev.tandem.core.foldin.Models.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.core.recommendation.RankedItem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveRankerTest {
    private final LiveRanker ranker = new LiveRanker(Models.twoTastes(), 10);

    @Test
    void listsWhatIsLikeTheHistoryFirst() {
        assertThat(items(UserHistory.of(List.of(order("i0", NOW, "o1"))))).startsWith("i1", "i2");
        assertThat(items(UserHistory.of(List.of(order("i3", NOW, "o1"))))).startsWith("i4");
    }

    @Test
    void listsNamesAndCategories() {
        RankedItem first =
                ranker.rank(UserHistory.of(List.of(view("i3", NOW))), NOW).get(0);

        assertThat(first.itemId()).isEqualTo("i3");
        assertThat(first.name()).isEqualTo("Item 3");
        assertThat(first.category()).isEqualTo("lamps");
    }

    @Test
    void leavesOutWhatWasBoughtAndNotWhatWasViewed() {
        assertThat(items(UserHistory.of(List.of(order("i0", NOW, "o1"), view("i1", NOW)))))
                .contains("i1")
                .doesNotContain("i0");
    }

    @Test
    void leavesOutWhatWasBoughtAndGivenBack() {
        assertThat(items(new UserHistory(List.of(view("i0", NOW)), Set.of("i1"))))
                .startsWith("i0", "i2")
                .doesNotContain("i1");
    }

    @Test
    void learnsFromAnItemOutsideTheCatalogueWithoutListingIt() {
        assertThat(items(UserHistory.of(List.of(view("i5", NOW)))))
                .startsWith("i3", "i4")
                .doesNotContain("i5");
    }

    @Test
    void passesOverItemsThatTheModelDoesNotKnow() {
        UserHistory known = UserHistory.of(List.of(order("i0", NOW, "o1")));
        UserHistory both = UserHistory.of(List.of(order("i0", NOW, "o1"), order("new", NOW, "o1")));

        assertThat(ranker.rank(both, NOW)).isEqualTo(ranker.rank(known, NOW));
    }

    @Test
    void hasNothingForAUserOfWhomNothingIsKnown() {
        assertThat(ranker.rank(UserHistory.NONE, NOW)).isEmpty();
        assertThat(ranker.rank(UserHistory.of(List.of(view("new", NOW))), NOW)).isEmpty();
        assertThat(ranker.explain(UserHistory.NONE, NOW, "i0")).isEmpty();
    }

    @Test
    void endsAListAtItsLength() {
        assertThat(new LiveRanker(Models.twoTastes(), 1).rank(UserHistory.of(List.of(view("i0", NOW))), NOW))
                .hasSize(1);
    }

    @Test
    void ranksSeveralUsersAsItRanksEach() {
        UserHistory candles = UserHistory.of(List.of(order("i0", NOW, "o1")));
        UserHistory lamps = UserHistory.of(List.of(order("i3", NOW, "o1")));

        assertThat(ranker.rank(List.of(candles, UserHistory.NONE, lamps), NOW))
                .containsExactly(ranker.rank(candles, NOW), List.of(), ranker.rank(lamps, NOW));
    }

    @Test
    void weighsPopularityByTheLengthOfTheUsersVector() {
        UserHistory history = UserHistory.of(List.of(order("i0", NOW, "o1")));
        float[] vector = new FoldIn(Models.twoTastes(Models.settings(2)))
                .vector(history, NOW)
                .orElseThrow();

        assertThat(vector).hasSize(3);
        assertThat((double) vector[2]).isCloseTo(2 * Math.hypot(vector[0], vector[1]), within(1e-6));
        assertThat(new LiveRanker(Models.twoTastes(Models.settings(2)), 10)
                        .rank(history, NOW)
                        .get(0)
                        .itemId())
                .isEqualTo("i4");
    }

    @Test
    void partsTheScoreOfAnItemAmongTheHistory() {
        UserHistory history = UserHistory.of(List.of(view("i0", NOW), view("i2", NOW), view("i3", NOW)));

        List<Contribution> contributions = ranker.explain(history, NOW, "i1");

        assertThat(contributions).extracting(Contribution::itemId).containsExactly("i0", "i2", "i3");
        assertThat(contributions.stream().mapToDouble(Contribution::score).sum())
                .isCloseTo(score(history, "i1"), within(1e-6));
    }

    @Test
    void explainsNothingThatTheModelDoesNotKnow() {
        assertThat(ranker.explain(UserHistory.of(List.of(view("i0", NOW))), NOW, "new"))
                .isEmpty();
    }

    private List<String> items(UserHistory history) {
        return ranker.rank(history, NOW).stream().map(RankedItem::itemId).toList();
    }

    private double score(UserHistory history, String item) {
        return ranker.rank(history, NOW).stream()
                .filter(ranked -> ranked.itemId().equals(item))
                .findFirst()
                .orElseThrow()
                .score();
    }
}
