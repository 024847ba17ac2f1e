package dev.tandem.streaming.live;

import dev.tandem.core.event.View;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.event.ViewRows;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Makes the lists of the users whose views stand in one part of a batch; all of a user's views stand in the same.
 *
 * @param active the models to make them with
 */
record LiveTask(SharedSession cassandra, Map<TenantId, ActiveModel> active) implements Serializable {
    Made make(Iterator<Row> views) {
        Map<TenantId, Map<UserId, List<View>>> byUser = new LinkedHashMap<>();
        views.forEachRemaining(row -> {
            View view = ViewRows.view(row);
            byUser.computeIfAbsent(view.tenant(), tenant -> new LinkedHashMap<>())
                    .computeIfAbsent(view.user(), user -> new ArrayList<>())
                    .add(view);
        });
        LiveLists lists = new LiveLists(cassandra);
        Made made = Made.NOTHING;
        for (Map.Entry<TenantId, Map<UserId, List<View>>> tenant : byUser.entrySet()) {
            List<UserViews> users = tenant.getValue().entrySet().stream()
                    .map(user -> UserViews.of(user.getKey(), user.getValue()))
                    .toList();
            Optional<ActiveModel> model = Optional.ofNullable(active.get(tenant.getKey()));
            made = made.plus(lists.make(tenant.getKey(), model, users));
        }
        return made;
    }
}
