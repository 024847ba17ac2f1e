package dev.tandem.serving.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewHistoryTest {
    private static final Instant NINE = Instant.parse("2026-01-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-01-02T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-01-02T11:00:00Z");

    @Test
    void anItemSeenAgainIsListedOnceWithItsLatestView() {
        ViewHistory history = ViewHistory.of(
                List.of(
                        new ItemView("e3", "hat", ELEVEN),
                        new ItemView("e2", "cup", TEN),
                        new ItemView("e1", "hat", NINE)),
                Map.of());

        assertThat(history.items()).containsExactly(new ItemView("e3", "hat", ELEVEN), new ItemView("e2", "cup", TEN));
        assertThat(history.views()).hasSize(3);
    }

    @Test
    void aViewThatWasSentTwiceCountsOnceWithItsFirstTime() {
        List<ItemView> sentTwice = List.of(new ItemView("e1", "hat", ELEVEN), new ItemView("e1", "hat", NINE));

        assertThat(ViewHistory.of(sentTwice, Map.of()).views()).containsExactly(new ItemView("e1", "hat", NINE));
        assertThat(ViewHistory.of(sentTwice, Map.of("hat", TEN)).isEmpty()).isTrue();
    }

    @Test
    void whatWasSeenAtTheMomentOfItsRemovalIsGone() {
        List<ItemView> views = List.of(new ItemView("e2", "hat", TEN), new ItemView("e1", "cup", TEN));

        assertThat(ViewHistory.of(views, Map.of("hat", TEN)).items()).containsExactly(new ItemView("e1", "cup", TEN));
    }
}
