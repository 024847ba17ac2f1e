package dev.tandem.serving.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.event.EventRefusal;
import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.ErrorCode;
import dev.tandem.serving.http.ErrorMapping;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** The answer to a request with several events: what became of each, by its place in the request. */
public final class BatchAnswer {
    private static final String STATUS = "status";

    private final BatchForm form;
    private final List<EventOutcome> outcomes;

    private BatchAnswer(BatchForm form, List<EventOutcome> outcomes) {
        this.form = form;
        this.outcomes = outcomes;
    }

    /** Writes the answer. */
    public static void write(Context ctx, BatchForm form, List<EventOutcome> outcomes) {
        new BatchAnswer(form, outcomes).write(ctx);
    }

    private void write(Context ctx) {
        int accepted = count(EventOutcome.Accepted.class);
        int rejected = count(EventOutcome.Rejected.class);
        if (accepted == outcomes.size()) {
            ObjectNode body = object().put("accepted", accepted);
            each(body, this::taken);
            write(ctx, form.allTaken(), body);
        } else if (accepted + rejected < outcomes.size()) {
            refuse(ctx, ErrorCode.BROKER_UNAVAILABLE, form.whatToSendAgain());
        } else if (accepted == 0) {
            refuse(ctx, form.noneTaken(), form.whyNoneTaken());
        } else {
            write(ctx, HttpStatus.MULTI_STATUS, all(object()));
        }
    }

    private int count(Class<? extends EventOutcome> kind) {
        return (int) outcomes.stream().filter(kind::isInstance).count();
    }

    private static void write(Context ctx, HttpStatus status, ObjectNode body) {
        ctx.status(status)
                .header(Header.CACHE_CONTROL, CacheControl.NONE)
                .contentType(ContentType.JSON)
                .result(bytes(body));
    }

    private void refuse(Context ctx, ErrorCode code, String message) {
        ObjectNode body = object();
        body.putObject("error").put("code", code.word()).put("message", message).putObject("details");
        ErrorMapping.answer(ctx, code, bytes(all(body)));
    }

    private ObjectNode all(ObjectNode body) {
        body.put("accepted", count(EventOutcome.Accepted.class)).put("rejected", count(EventOutcome.Rejected.class));
        each(body, this::outcome);
        return body;
    }

    private void each(ObjectNode body, ObjIntConsumer<ObjectNode> entry) {
        var list = body.putArray(form.list());
        for (int index = 0; index < outcomes.size(); index++) {
            entry.accept(list.addObject().put("index", index), index);
        }
    }

    private void taken(ObjectNode entry, int index) {
        if (outcomes.get(index) instanceof EventOutcome.Accepted accepted) {
            form.taken(entry, index, accepted.event());
        }
    }

    private void outcome(ObjectNode entry, int index) {
        EventOutcome outcome = outcomes.get(index);
        if (outcome instanceof EventOutcome.Accepted) {
            taken(entry.put(STATUS, "accepted"), index);
        } else if (outcome instanceof EventOutcome.Unacknowledged lost) {
            form.unacknowledged(entry.put(STATUS, "unacknowledged"), index, lost.event());
        } else if (outcome instanceof EventOutcome.Rejected rejected) {
            EventRefusal refusal = rejected.refusal();
            entry.put(STATUS, "rejected")
                    .putObject("error")
                    .put("code", refusal.reason().code())
                    .put("field", refusal.field())
                    .put("value", refusal.value())
                    .put("message", refusal.getMessage());
        }
    }

    private static byte[] bytes(ObjectNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
