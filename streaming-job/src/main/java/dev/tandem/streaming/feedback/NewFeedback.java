package dev.tandem.streaming.feedback;

import static dev.tandem.core.schema.Columns.FEEDBACK_ID;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_BY_ID;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.runtime.cassandra.InFlight;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.event.FeedbackRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Feedback that gets no answer, on its way to Cassandra. Of several with one id the first stays, whatever the others say.
 *
 * <p>That is found out by reading before writing, since a conditional insert would cost four round trips between replicas.
 * Two tasks that have the same id in the same moment can therefore both write, and the later one stays: sender or user have
 * to differ for it, as one key comes to one partition, and so to one task, in order. Neither has an offer, and none is lost.
 *
 * <p>The row of the day is written before the one by id: whoever is cut off between them finds no row by id, and writes both.
 */
final class NewFeedback {
    /** Many reads at once. */
    private static final int BLOCK = 128;

    private final FeedbackRows rows;
    private final SharedSession cassandra;
    private final PreparedStatement byId;
    private final InFlight writes;
    private final Map<FeedbackKey, Feedback> block = new LinkedHashMap<>();
    private long written;

    NewFeedback(SharedSession cassandra) {
        this.rows = new FeedbackRows(cassandra, List.of(FEEDBACK_ID));
        this.cassandra = cassandra;
        this.byId = cassandra.insert(FEEDBACK_BY_ID, FeedbackRow.COLUMNS);
        this.writes = new InFlight(cassandra.session());
    }

    void add(Feedback feedback) {
        block.putIfAbsent(new FeedbackKey(feedback.tenant(), feedback.feedbackId()), feedback);
        if (block.size() == BLOCK) {
            write();
        }
    }

    /** Done when Cassandra has everything; how many feedback were new. */
    long finish() {
        write();
        return written;
    }

    private void write() {
        Set<FeedbackKey> known = rows.find(block.keySet()).keySet();
        List<Feedback> fresh = new ArrayList<>();
        block.forEach((key, feedback) -> {
            if (!known.contains(key)) {
                fresh.add(feedback);
            }
        });
        block.clear();
        for (Feedback feedback : fresh) {
            writes.send(FeedbackRow.ofDay(cassandra, feedback));
        }
        writes.finish();
        for (Feedback feedback : fresh) {
            writes.send(byId.bind(FeedbackRow.values(feedback)));
        }
        writes.finish();
        written += fresh.size();
    }
}
