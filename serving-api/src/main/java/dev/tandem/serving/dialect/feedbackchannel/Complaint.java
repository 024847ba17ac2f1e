package dev.tandem.serving.dialect.feedbackchannel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.event.RefusalReason;

/**
 * What is wrong with a request, in the words of the framework that its sender knows.
 *
 * @param reason what Tandem calls it
 * @param place the field's name or, of a body that is no JSON, the character; missing where it is the whole body
 * @param input what was there
 * @param cause what more is said of it; empty where nothing is
 */
record Complaint(RefusalReason reason, String type, JsonNode place, String message, JsonNode input, String cause) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** There is no body, or nothing in it. */
    static Complaint missing() {
        return new Complaint(
                RefusalReason.MISSING_FIELD, "missing", JSON.missingNode(), "Field required", JSON.nullNode(), "");
    }

    /** The body is no object. */
    static Complaint noObject(JsonNode body) {
        return new Complaint(
                RefusalReason.WRONG_TYPE,
                "model_attributes_type",
                JSON.missingNode(),
                "Input should be a valid dictionary or object to extract fields from",
                body,
                "");
    }

    /** The body is no JSON. */
    static Complaint noJson(JsonFault fault) {
        return new Complaint(
                RefusalReason.INVALID_JSON,
                "json_invalid",
                JSON.numberNode(fault.position()),
                "JSON decode error",
                JSON.objectNode(),
                fault.problem());
    }

    /** A field's value is none of its type. */
    static Complaint ofField(String field, String type, String message, JsonNode input) {
        return new Complaint(RefusalReason.WRONG_TYPE, type, JSON.textNode(field), message, input, "");
    }

    /** A field's value is no time. */
    static Complaint ofTime(String field, LaxTime.Unreadable problem, JsonNode input) {
        return new Complaint(
                RefusalReason.INVALID_VALUE,
                problem.type(),
                JSON.textNode(field),
                problem.message(),
                input,
                problem.cause());
    }

    /** The entry of an answer. */
    ObjectNode json() {
        ObjectNode json = JSON.objectNode().put("type", type);
        ArrayNode path = json.putArray("loc").add("body");
        if (!place.isMissingNode()) {
            path.add(place);
        }
        json.put("msg", message).set("input", input);
        if (!cause.isEmpty()) {
            json.putObject("ctx").put("error", cause);
        }
        return json;
    }

    /** The same for whoever looks at what was refused. */
    EventRefusal refusal() {
        String said = cause.isEmpty() || message.contains(cause) ? message : message + ": " + cause;
        return new EventRefusal(reason, place.isTextual() ? place.textValue() : "", input.toString(), said);
    }
}
