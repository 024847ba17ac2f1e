package dev.tandem.local.launcher.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tandem.local.launcher.load.StoredLists.StoredList;
import java.time.Duration;
import java.util.List;

/** Lookups as tests need them: of user anna, due at the begin, answered at once. */
final class Lookups {
    private Lookups() {}

    /** A model's list, as {@link #stored} has it. */
    static Lookup fromModel(String version, String... items) {
        return fromModel(version, version + " until", version + " at", items(items));
    }

    static Lookup fromModel(String version, String eventsUntil, String generatedAt, JsonNode items) {
        return answered(
                200,
                """
                {"source":"model","model_version":"%s","events_until":"%s","generated_at":"%s","items":%s}"""
                        .formatted(version, eventsUntil, generatedAt, items));
    }

    /** The list of a version in the store. */
    static StoredList stored(String version, String... items) {
        return new StoredList(items(items), version + " until", version + " at");
    }

    static Lookup answered(int status, String body) {
        return new Lookup("anna", Duration.ZERO, Duration.ofMillis(3), status, json(body));
    }

    static Lookup unanswered() {
        return new Lookup("anna", Duration.ZERO, Duration.ofMillis(3), 0, MissingNode.getInstance());
    }

    static Lookup dueAt(int second, Lookup lookup) {
        return new Lookup(lookup.user(), Duration.ofSeconds(second), lookup.took(), lookup.status(), lookup.body());
    }

    static Lookup taking(Duration took, Lookup lookup) {
        return new Lookup(lookup.user(), lookup.dueAt(), took, lookup.status(), lookup.body());
    }

    static JsonNode items(String... ids) {
        return json("["
                + String.join(
                        ",",
                        List.of(ids).stream()
                                .map("{\"item_id\":\"%s\"}"::formatted)
                                .toList()) + "]");
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
