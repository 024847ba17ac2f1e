package dev.tandem.serving.offer;

import static dev.tandem.core.schema.Columns.ACKNOWLEDGED_AT;
import static dev.tandem.core.schema.Columns.ATTEMPTS;
import static dev.tandem.core.schema.Columns.DELIVERED_AT;
import static dev.tandem.core.schema.Columns.FLAGS;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.OFFER;
import static dev.tandem.core.schema.Columns.OFFERED_AT;
import static dev.tandem.core.schema.Columns.RECEIVED_AT;
import static dev.tandem.core.schema.Columns.SCORE;
import static dev.tandem.core.schema.Columns.TEXT;
import static dev.tandem.core.schema.Columns.UNDELIVERABLE_AT;
import static dev.tandem.core.schema.Columns.USER_ID;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.feedback.FeedbackFlag;
import dev.tandem.core.schema.FeedbackTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.Lookup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The feedback that the streaming queries wrote to Cassandra. */
public final class CassandraFeedbackStore implements FeedbackStore {
    private final Lookup feedback;

    public CassandraFeedbackStore(CassandraClient client) {
        this.feedback = client.lookup(
                FeedbackTables.FEEDBACK_BY_ID,
                List.of(
                        USER_ID,
                        ITEM_ID,
                        SCORE,
                        TEXT,
                        FLAGS,
                        OFFER,
                        ATTEMPTS,
                        RECEIVED_AT,
                        OFFERED_AT,
                        DELIVERED_AT,
                        ACKNOWLEDGED_AT,
                        UNDELIVERABLE_AT));
    }

    @Override
    public CompletionStage<Optional<StoredFeedback>> find(TenantId tenant, String feedbackId) {
        return feedback.find(tenant.value(), feedbackId).thenApply(row -> row.map(found -> stored(feedbackId, found)));
    }

    private static StoredFeedback stored(String feedbackId, Row row) {
        Set<String> given = row.getSet(FLAGS, String.class);
        SortedSet<String> flags = given == null ? new TreeSet<>() : new TreeSet<>(given);
        return new StoredFeedback(
                feedbackId,
                text(row, USER_ID),
                text(row, ITEM_ID),
                flags.contains(FeedbackFlag.MISSING_SCORE.word()) ? null : row.getInt(SCORE),
                text(row, TEXT),
                flags,
                text(row, OFFER),
                new StoredFeedback.Times(
                        row.getInstant(RECEIVED_AT),
                        row.getInstant(OFFERED_AT),
                        row.getInstant(DELIVERED_AT),
                        row.getInstant(ACKNOWLEDGED_AT),
                        row.getInstant(UNDELIVERABLE_AT)),
                row.getInt(ATTEMPTS));
    }

    private static @Nullable String text(Row row, String column) {
        String text = row.getString(column);
        return text == null || text.isEmpty() ? null : text;
    }
}
