package dev.tandem.serving.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.serving.http.ErrorCode;
import dev.tandem.serving.intake.BatchForm;
import dev.tandem.serving.intake.EventMessage;
import io.javalin.http.HttpStatus;

/** How an answer about events is worded. */
final class EventForm implements BatchForm {
    private static final String EVENT_ID = "event_id";

    @Override
    public String list() {
        return "events";
    }

    @Override
    public HttpStatus allTaken() {
        return HttpStatus.ACCEPTED;
    }

    @Override
    public ErrorCode noneTaken() {
        return ErrorCode.INVALID_EVENTS;
    }

    @Override
    public String whyNoneTaken() {
        return "None of the events can be taken as it is; events says of each what is wrong with it";
    }

    @Override
    public String whatToSendAgain() {
        return "The broker did not acknowledge every event in time. Send those that events calls unacknowledged again, with"
                + " the event_id and the time that stand there: what was taken after all is not taken twice";
    }

    @Override
    public void taken(ObjectNode entry, int index, EventMessage event) {
        entry.put(EVENT_ID, event.eventId());
    }

    @Override
    public void unacknowledged(ObjectNode entry, int index, EventMessage event) {
        entry.put(EVENT_ID, event.eventId()).put("time", event.at().toString());
    }
}
