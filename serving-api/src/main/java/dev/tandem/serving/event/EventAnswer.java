package dev.tandem.serving.event;

import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.ErrorBody;
import dev.tandem.serving.http.ErrorCode;
import dev.tandem.serving.http.ErrorMapping;
import dev.tandem.serving.http.Json;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The answer to a request with events: what became of each, by its place in the request. */
final class EventAnswer {
    private static final String NONE_TAKEN =
            "None of the events can be taken as it is; events says of each what is wrong with it";
    private static final String NOT_ACKNOWLEDGED =
            "The broker did not acknowledge every event in time. Send those that events calls unacknowledged again, with"
                    + " the event_id and the time that stand there: what was taken after all is not taken twice";

    private final List<EventOutcome> outcomes;

    EventAnswer(List<EventOutcome> outcomes) {
        this.outcomes = outcomes;
    }

    record AllTaken(int accepted, List<Taken> events) {}

    record Taken(int index, String eventId) {}

    record PartlyTaken(int accepted, int rejected, List<Record> events) {}

    record NotTaken(ErrorBody.Failure error, int accepted, int rejected, List<Record> events) {}

    record Accepted(int index, String status, String eventId) {}

    record Unacknowledged(int index, String status, String eventId, String time) {}

    record Rejected(int index, String status, Problem error) {}

    record Problem(String code, String field, String value, String message) {}

    void write(Context ctx) {
        int accepted = count(EventOutcome.Accepted.class);
        int rejected = count(EventOutcome.Rejected.class);
        if (accepted == outcomes.size()) {
            write(ctx, HttpStatus.ACCEPTED, new AllTaken(accepted, taken()));
        } else if (accepted + rejected < outcomes.size()) {
            refuse(ctx, ErrorCode.BROKER_UNAVAILABLE, NOT_ACKNOWLEDGED);
        } else if (accepted == 0) {
            refuse(ctx, ErrorCode.INVALID_EVENTS, NONE_TAKEN);
        } else {
            write(ctx, HttpStatus.MULTI_STATUS, new PartlyTaken(accepted, rejected, each()));
        }
    }

    private int count(Class<? extends EventOutcome> kind) {
        return (int) outcomes.stream().filter(kind::isInstance).count();
    }

    private static void write(Context ctx, HttpStatus status, Record body) {
        ctx.status(status)
                .header(Header.CACHE_CONTROL, CacheControl.NONE)
                .contentType(ContentType.JSON)
                .result(Json.bytes(body));
    }

    private void refuse(Context ctx, ErrorCode code, String message) {
        ErrorMapping.answer(
                ctx,
                code,
                new NotTaken(
                        ErrorBody.of(code, message, Map.of()).error(),
                        count(EventOutcome.Accepted.class),
                        count(EventOutcome.Rejected.class),
                        each()));
    }

    private List<Taken> taken() {
        List<Taken> taken = new ArrayList<>(outcomes.size());
        for (EventOutcome outcome : outcomes) {
            if (outcome instanceof EventOutcome.Accepted accepted) {
                taken.add(new Taken(taken.size(), accepted.event().eventId()));
            }
        }
        return taken;
    }

    private List<Record> each() {
        List<Record> each = new ArrayList<>(outcomes.size());
        for (EventOutcome outcome : outcomes) {
            each.add(entry(each.size(), outcome));
        }
        return each;
    }

    private static Record entry(int index, EventOutcome outcome) {
        if (outcome instanceof EventOutcome.Accepted accepted) {
            return new Accepted(index, "accepted", accepted.event().eventId());
        }
        if (outcome instanceof EventOutcome.Unacknowledged lost) {
            return new Unacknowledged(
                    index,
                    "unacknowledged",
                    lost.event().eventId(),
                    time(lost.event().at()));
        }
        var refusal = ((EventOutcome.Rejected) outcome).refusal();
        return new Rejected(
                index,
                "rejected",
                new Problem(refusal.reason().code(), refusal.field(), refusal.value(), refusal.getMessage()));
    }

    private static String time(Instant at) {
        return at.toString();
    }
}
