package dev.tandem.local.launcher.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.event.View;
import dev.tandem.core.schema.Columns;

/** A view of a run. */
record NumberedView(int number, View view) implements NumberedEvent {
    @Override
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "view")
                .put(Columns.EVENT_ID, view.eventId())
                .put(Columns.USER_ID, view.user().value())
                .put(Columns.ITEM_ID, view.item().value())
                .put(Columns.VIEWED_AT, view.viewedAt().toString())
                .put(Columns.SOURCE, view.source());
    }
}
