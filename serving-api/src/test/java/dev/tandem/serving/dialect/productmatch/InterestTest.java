package dev.tandem.serving.dialect.productmatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.serving.history.ItemView;
import dev.tandem.serving.history.ViewHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterestTest {
    private static final Instant AT = Instant.parse("2026-01-02T10:00:00Z");
    private static final Map<String, String> CATEGORIES =
            Map.of("hat", "Hats", "cap", "Hats", "cup", "Kitchen", "jug", "Kitchen", "lamp", "Light", "rug", "Floor");

    @Test
    void theThreeCategoriesWithMostViewsCountMostFirst() {
        assertThat(interest("rug", "lamp", "lamp", "cup", "jug", "cup", "hat", "cap", "hat", "hat"))
                .containsExactly("Hats", "Kitchen", "Light");
    }

    @Test
    void ofThoseWithAsManyTheOneWithTheLatestViewComesFirst() {
        assertThat(interest("hat", "cup", "lamp", "rug")).containsExactly("Hats", "Kitchen", "Light");
    }

    @Test
    void ofThoseWithTheSameLatestViewTheFirstByName() {
        ViewHistory history = ViewHistory.of(
                List.of(new ItemView("e1", "lamp", AT), new ItemView("e2", "cup", AT), new ItemView("e3", "hat", AT)),
                Map.of());

        assertThat(Interest.of(history, CATEGORIES)).containsExactly("Hats", "Kitchen", "Light");
    }

    @Test
    void itemsWithoutACategorySayNothing() {
        assertThat(interest("gone", "gone", "hat")).containsExactly("Hats");
        assertThat(interest("gone")).isEmpty();
    }

    /** The interest that follows from views, newest first. */
    private static List<String> interest(String... items) {
        List<ItemView> views = new ArrayList<>();
        for (int i = 0; i < items.length; i++) {
            views.add(new ItemView("e" + i, items[i], AT.minusSeconds(i)));
        }
        return Interest.of(ViewHistory.of(views, Map.of()), CATEGORIES);
    }
}
