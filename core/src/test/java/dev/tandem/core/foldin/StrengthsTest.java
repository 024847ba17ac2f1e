package dev.tandem.core.foldin;

import static dev.tandem.core.foldin.HistoryEvent.order;
import static dev.tandem.core.foldin.HistoryEvent.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrengthsTest {
    private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void halveWithEachHalfLife() {
        List<HistoryEvent> events = List.of(
                order("now", END, "o1"),
                order("old", END.minus(MONTH), "o2"),
                order("older", END.minus(MONTH.multipliedBy(2)), "o3"));

        assertThat(strengths(events)).isEqualTo(Map.of("now", 1.0, "old", 0.5, "older", 0.25));
    }

    @Test
    void countLinesOfOneOrderOnce() {
        List<HistoryEvent> events = List.of(order("i1", END, "o1"), order("i1", END, "o1"), order("i1", END, "o2"));

        assertThat(strengths(events)).isEqualTo(Map.of("i1", 2.0));
    }

    @Test
    void addViewsByTheirWeight() {
        List<HistoryEvent> events =
                List.of(order("i1", END, "o1"), view("i1", END), view("i1", END), view("i2", END.minus(MONTH)));

        assertThat(strengths(events).get("i1")).isCloseTo(1.4, within(1e-12));
        assertThat(strengths(events).get("i2")).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void countTheFiveLatestViewsOfAnItem() {
        List<HistoryEvent> events = new ArrayList<>();
        events.add(view("i1", END.minus(MONTH)));
        for (int i = 0; i < 5; i++) {
            events.add(view("i1", END));
        }

        assertThat(strengths(events).get("i1")).isCloseTo(5 * 0.2, within(1e-12));
    }

    @Test
    void leaveOutViewsThatAreOlderThanAViewLives() {
        List<HistoryEvent> events = List.of(
                view("gone", END.minus(Duration.ofDays(90)).minusMillis(1)),
                view("i1", END.minus(Duration.ofDays(90))));

        assertThat(strengths(events)).containsOnlyKeys("i1");
    }

    @Test
    void leaveOutWhatHasFadedToNothing() {
        assertThat(strengths(List.of(order("i1", END.minus(MONTH.multipliedBy(127)), "o1"))))
                .isEmpty();
    }

    @Test
    void leaveViewsOutWhereTheyHaveNoWeight() {
        assertThat(Strengths.of(List.of(view("i1", END)), END, MONTH, 0)).isEmpty();
    }

    private static Map<String, Double> strengths(List<HistoryEvent> events) {
        return Strengths.of(events, END, MONTH, 0.2);
    }
}
