package dev.tandem.local.launcher.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.local.launcher.load.StoredLists.StoredList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The answers that are not what their own {@code model_version} stored: of two versions at once.
 *
 * <p>An answer is held against the row that it says it is from. Its times must be that row's, and its items, up to the first
 * that names another source, that row's first ones in the same order with the same scores, as many as there is room for.
 * That can be told only of answers that leave nothing out, so they are asked for with {@code in_stock=false}.
 */
final class MixedAnswers {
    private final Map<Key, JsonNode> answers = new LinkedHashMap<>();
    private final int limit;

    MixedAnswers(int limit) {
        this.limit = limit;
    }

    private record Key(String user, String version, String items) {}

    /** Takes note of an answer from a model; equal ones are kept once. */
    void add(Lookup lookup) {
        String content = lookup.body().path("events_until") + " "
                + lookup.body().path("generated_at") + lookup.body().path("items");
        answers.putIfAbsent(new Key(lookup.user(), lookup.version(), content), lookup.body());
    }

    /** How many different answers were noted. */
    int size() {
        return answers.size();
    }

    /**
     * One line for each answer that is not what was stored.
     *
     * @param stored the list of a version and a user
     */
    List<String> find(BiFunction<String, String, Optional<StoredList>> stored) {
        return answers.entrySet().stream()
                .filter(answer -> stored.apply(
                                answer.getKey().version(), answer.getKey().user())
                        .filter(list -> isOf(answer.getValue(), list))
                        .isEmpty())
                .map(answer -> "mixed: the answer for user %s says it is from %s, whose list is another: %s"
                        .formatted(answer.getKey().user(), answer.getKey().version(), answer.getValue()))
                .toList();
    }

    private boolean isOf(JsonNode answer, StoredList list) {
        int own = 0;
        for (JsonNode item : answer.path("items")) {
            if (item.has("source")) {
                break;
            }
            if (!item.equals(list.items().path(own))) {
                return false;
            }
            own++;
        }
        return own == Math.min(limit, list.items().size())
                && answer.path("events_until").asText().equals(list.eventsUntil())
                && answer.path("generated_at").asText().equals(list.generatedAt());
    }
}
