package dev.tandem.local.launcher.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * One request for recommendations and what came of it.
 *
 * @param dueAt when it was to be sent, after the begin of the run; an answer's time counts from here, so that waiting for a
 *     caller to be free counts too
 * @param took until the whole answer was there, or until it failed
 * @param status of the answer; 0 where there was none
 * @param body of the answer; a missing node where it is no JSON
 */
record Lookup(String user, Duration dueAt, Duration took, int status, JsonNode body) {
    private static final String MODEL = "model";

    /** Whether it is a list of items, from wherever. */
    boolean isList() {
        return status == 200 && body.path("items").isArray();
    }

    boolean isFromModel() {
        return isList() && source().equals(MODEL);
    }

    String source() {
        return body.path("source").asText("");
    }

    String version() {
        return body.path("model_version").asText("");
    }
}
