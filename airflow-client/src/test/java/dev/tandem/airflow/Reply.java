package dev.tandem.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A status and a body, in one of the forms that Airflow gives its answers. */
record Reply(int status, JsonNode body) {
    /** The 422 for what is missing or unknown, in the form of FastAPI, or null where all is well. */
    static @Nullable Reply invalid(JsonNode body, Set<String> required, Set<String> known) {
        if (!body.isObject()) {
            return invalid("", "Field required");
        }
        for (String field : new TreeSet<>(required)) {
            if (!body.has(field)) {
                return invalid(field, "Field required");
            }
        }
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (!known.contains(field.getKey())) {
                return invalid(field.getKey(), "Extra inputs are not permitted");
            }
        }
        return null;
    }

    static Reply invalid(String field, String message) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        ArrayNode location = problem.putArray("loc").add("body");
        if (!field.isEmpty()) {
            location.add(field);
        }
        problem.put("msg", message).put("type", "value_error");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("detail").add(problem);
        return new Reply(422, body);
    }

    static Reply detail(int status, String text) {
        return new Reply(status, JsonNodeFactory.instance.objectNode().put("detail", text));
    }

    static Reply collection(String field, List<ObjectNode> elements) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray(field).addAll(elements);
        return new Reply(200, body.put("total_entries", elements.size()));
    }
}
