package dev.tandem.local.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.local.launcher.load.StoredLists.StoredList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MixedAnswersTest {
    private static final Map<String, StoredList> STORED = Map.of(
            "als-1", new StoredList(Lookups.items("a", "b", "c"), "2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z"),
            "als-2", new StoredList(Lookups.items("c", "b"), "2026-01-02T00:00:00Z", "2026-01-02T01:00:00Z"));

    private final MixedAnswers answers = new MixedAnswers(2);

    @Test
    void anAnswerFromOneVersionIsWhole() {
        add("als-1", "2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z", Lookups.items("a", "b"));
        add("als-2", "2026-01-02T00:00:00Z", "2026-01-02T01:00:00Z", Lookups.items("c", "b"));

        assertThat(found()).isEmpty();
    }

    @Test
    void itemsOfAnotherVersionAreFound() {
        add("als-1", "2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z", Lookups.items("c", "b"));

        assertThat(found()).singleElement().asString().contains("als-1");
    }

    @Test
    void timesOfAnotherVersionAreFound() {
        add("als-1", "2026-01-02T00:00:00Z", "2026-01-01T01:00:00Z", Lookups.items("a", "b"));
        add("als-1", "2026-01-01T00:00:00Z", "2026-01-02T01:00:00Z", Lookups.items("a", "b"));

        assertThat(found()).hasSize(2);
    }

    @Test
    void aVersionThatHasNoSuchListIsFound() {
        add("als-3", "2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z", Lookups.items("a", "b"));

        assertThat(found()).hasSize(1);
    }

    @Test
    void aListThatEndsTooSoonIsFound() {
        add("als-1", "2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z", Lookups.items("a"));

        assertThat(found()).hasSize(1);
    }

    @Test
    void whatFillsAListUpIsNotTheModels() {
        MixedAnswers longer = new MixedAnswers(3);
        longer.add(Lookups.fromModel(
                "als-2",
                "2026-01-02T00:00:00Z",
                "2026-01-02T01:00:00Z",
                Lookups.json(
                        "[{\"item_id\":\"c\"},{\"item_id\":\"b\"},{\"item_id\":\"x\",\"source\":\"best_sellers\"}]")));

        assertThat(longer.find((version, user) -> Optional.ofNullable(STORED.get(version))))
                .isEmpty();
    }

    private void add(String version, String eventsUntil, String generatedAt, JsonNode items) {
        answers.add(Lookups.fromModel(version, eventsUntil, generatedAt, items));
    }

    private List<String> found() {
        return answers.find((version, user) -> Optional.ofNullable(STORED.get(version)));
    }
}
