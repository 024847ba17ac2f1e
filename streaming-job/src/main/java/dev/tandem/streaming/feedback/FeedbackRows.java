package dev.tandem.streaming.feedback;

import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_BY_ID;

import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.runtime.cassandra.SharedSession;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Rows of {@code feedback_by_id}, many asked for at once. */
final class FeedbackRows {
    private final SharedSession cassandra;
    private final PreparedStatement select;

    FeedbackRows(SharedSession cassandra, List<String> columns) {
        this.cassandra = cassandra;
        this.select = cassandra.select(FEEDBACK_BY_ID, columns);
    }

    /** The rows that there are of some keys. */
    Map<FeedbackKey, Row> find(Collection<FeedbackKey> keys) {
        Map<FeedbackKey, CompletableFuture<AsyncResultSet>> asked = new HashMap<>();
        for (FeedbackKey key : keys) {
            asked.put(
                    key,
                    cassandra
                            .session()
                            .executeAsync(select.bind(key.tenant().value(), key.feedbackId())
                                    .setIdempotent(true)
                                    .setConsistencyLevel(DefaultConsistencyLevel.LOCAL_QUORUM))
                            .toCompletableFuture());
        }
        Map<FeedbackKey, Row> found = new HashMap<>();
        asked.forEach((key, answer) -> {
            Row row = answer.join().one();
            if (row != null) {
                found.put(key, row);
            }
        });
        return found;
    }
}
