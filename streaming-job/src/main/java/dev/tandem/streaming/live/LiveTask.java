package dev.tandem.streaming.live;

import dev.tandem.core.event.View;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.event.EventRecord;
import dev.tandem.streaming.event.ViewRecords;
import java.io.Serializable;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Both halves of a batch: records to views, and the views of users, each of them whole in one part, to lists. */
record LiveTask(ViewRecords records, SharedSession cassandra) implements Serializable {
    static final String TENANT = "tenant";
    static final String USER = "user";

    static final StructType VIEW = new StructType()
            .add(TENANT, DataTypes.StringType, false)
            .add(USER, DataTypes.StringType, false)
            .add("event_id", DataTypes.StringType, false)
            .add("item", DataTypes.StringType, false)
            .add("viewed_at", DataTypes.TimestampType, false);

    /** The view of a record, if it is one. */
    Iterator<Row> decode(Row row) {
        return records.find(EventRecord.of(row))
                .map(view -> List.of(RowFactory.create(
                                view.tenant().value(),
                                view.user().value(),
                                view.eventId(),
                                view.item().value(),
                                Timestamp.from(view.viewedAt())))
                        .iterator())
                .orElseGet(Collections::emptyIterator);
    }

    /** Makes the lists of everybody whose views these are. */
    Made make(Iterator<Row> views) {
        Map<TenantId, Map<UserId, List<View>>> byUser = new LinkedHashMap<>();
        views.forEachRemaining(row -> {
            View view = view(row);
            byUser.computeIfAbsent(view.tenant(), tenant -> new LinkedHashMap<>())
                    .computeIfAbsent(view.user(), user -> new ArrayList<>())
                    .add(view);
        });
        Made made = Made.NOTHING;
        for (Map.Entry<TenantId, Map<UserId, List<View>>> tenant : byUser.entrySet()) {
            List<UserViews> users = tenant.getValue().entrySet().stream()
                    .map(user -> UserViews.of(user.getKey(), user.getValue()))
                    .toList();
            made = made.plus(new LiveLists(cassandra).make(tenant.getKey(), users));
        }
        return made;
    }

    private static View view(Row row) {
        return new View(
                row.getString(2),
                new TenantId(row.getString(0)),
                new UserId(row.getString(1)),
                new ItemId(row.getString(3)),
                row.getTimestamp(4).toInstant(),
                "");
    }
}
