package dev.tandem.serving.dialect.feedbackchannel;

import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.RATED_AT;
import static dev.tandem.core.schema.Columns.SCORE;
import static dev.tandem.core.schema.Columns.TEXT;
import static dev.tandem.core.schema.Columns.USER_ID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tandem.core.event.EventFields;
import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.event.RefusalReason;
import dev.tandem.core.feedback.FeedbackCodec;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.feedback.ReceivedFeedback;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A review as the former service's clients send it.
 *
 * @param received the feedback that it is
 * @param status what is answered once that is stored
 * @param answer the answer's body
 */
record Review(ReceivedFeedback received, HttpStatus status, ObjectNode answer) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String DETAIL = "detail";
    private static final String UNREADABLE = "There was an error parsing the body";

    /** The review of a request's body. */
    static Review read(byte[] body, TenantId tenant, Instant receivedAt) {
        Reader reader = new Reader(body, tenant, receivedAt);
        if (body.length == 0) {
            return reader.refuse(List.of(Complaint.missing()));
        }
        try {
            return reader.read(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            return reader.noJson();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The review of a body that is not looked at, since it is not sent as JSON. */
    static Review unread(byte[] body, TenantId tenant, Instant receivedAt) {
        Complaint complaint = body.length == 0
                ? Complaint.missing()
                : Complaint.noObject(TextNode.valueOf(new String(body, StandardCharsets.UTF_8)));
        return new Reader(body, tenant, receivedAt).refuse(List.of(complaint));
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Reader(byte[] body, TenantId tenant, Instant receivedAt) {
        Review read(JsonNode json) {
            if (json.isNull()) {
                return refuse(List.of(Complaint.missing()));
            }
            if (json.isMissingNode()) {
                return noJson();
            }
            if (!json.isObject()) {
                return refuse(List.of(Complaint.noObject(json)));
            }
            LaxFields fields = new LaxFields(json);
            ObjectNode translated = JsonNodeFactory.instance.objectNode();
            fields.integer("customer_id").ifPresent(id -> translated.put(USER_ID, id.toString()));
            fields.integer("service_id").ifPresent(id -> translated.put(ITEM_ID, id.toString()));
            fields.time("timestamp").ifPresent(time -> translated.put(RATED_AT, time.toString()));
            fields.text("review_txt").ifPresent(text -> translated.put(TEXT, text));
            fields.integer("review_score").ifPresent(score -> translated.put(SCORE, score));
            return fields.complaints().isEmpty() ? take(translated) : refuse(fields.complaints());
        }

        private Review take(ObjectNode translated) {
            return new Review(
                    new ReceivedFeedback.Legible(FeedbackCodec.read(EventFields.of(translated), tenant, receivedAt)),
                    HttpStatus.CREATED,
                    JsonNodeFactory.instance.objectNode().put("msg", "received"));
        }

        Review noJson() {
            return fault().map(fault -> refuse(List.of(Complaint.noJson(fault))))
                    .orElseGet(this::refuseUnreadable);
        }

        private Optional<JsonFault> fault() {
            try {
                return JsonFault.in(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(body))
                        .toString());
            } catch (CharacterCodingException e) {
                return Optional.empty();
            }
        }

        Review refuse(List<Complaint> complaints) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            ArrayNode detail = answer.putArray(DETAIL);
            complaints.forEach(complaint -> detail.add(complaint.json()));
            return new Review(keep(complaints.get(0).refusal()), HttpStatus.UNPROCESSABLE_CONTENT, answer);
        }

        private Review refuseUnreadable() {
            EventRefusal refusal = new EventRefusal(
                    RefusalReason.INVALID_JSON, "", new String(body, StandardCharsets.UTF_8), UNREADABLE);
            return new Review(
                    keep(refusal),
                    HttpStatus.BAD_REQUEST,
                    JsonNodeFactory.instance.objectNode().put(DETAIL, UNREADABLE));
        }

        private ReceivedFeedback keep(EventRefusal refusal) {
            return new ReceivedFeedback.Illegible(tenant, receivedAt, refusal, body);
        }
    }
}
