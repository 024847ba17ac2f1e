package dev.tandem.streaming.live;

import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.USER_ID;
import static org.apache.spark.sql.functions.col;

import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.event.ViewRecords;
import dev.tandem.streaming.event.ViewRows;
import dev.tandem.streaming.query.Query;
import dev.tandem.streaming.query.QueryContext;
import dev.tandem.streaming.query.StreamSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists of users who have just looked at something, {@code live_recommendations_by_user}: each user's vector is solved from
 * the whole recent history by the active model, and items are ranked as publication ranks them.
 */
public final class LiveRecommendationsQuery implements Query {
    /** The query's name. */
    public static final String NAME = "live-recommendations";

    private static final Logger log = LoggerFactory.getLogger(LiveRecommendationsQuery.class);
    private static final long MILLIS_BETWEEN_LOOKS = 500;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StreamingQuery start(QueryContext context) throws TimeoutException {
        StreamSettings settings = context.settings();
        SharedSession cassandra = new SharedSession(settings.cassandra());
        ViewRecords reading = new ViewRecords(cassandra, settings.productViewsTenant());
        Lock batches = new ReentrantLock(true);
        ModelSwitches switches =
                new ModelSwitches(new JavaSparkContext(context.spark().sparkContext()), cassandra, batches);
        VoidFunction2<Dataset<Row>, Long> batch = (records, id) -> {
            batches.lock();
            try {
                LiveTask task = new LiveTask(cassandra, switches.active());
                MapPartitionsFunction<Row, Made> make =
                        views -> List.of(task.make(views)).iterator();
                // A user's views may stand in several partitions, and only one task may make the list.
                Made made = ViewRows.of(context.inFewParts(records), reading)
                        .repartition(context.parts(), col(TENANT_ID), col(USER_ID))
                        .mapPartitions(make, Encoders.javaSerialization(Made.class))
                        .collectAsList()
                        .stream()
                        .reduce(Made.NOTHING, Made::plus);
                context.metrics().wrote(made.lists(), Map.of());
            } finally {
                batches.unlock();
            }
        };
        StreamingQuery query = context.writer(this, context.records(ViewRecords.TOPICS), settings.trigger())
                .foreachBatch(batch)
                .start();
        Thread watch = new Thread(() -> watch(query, switches), NAME + "-switches");
        watch.setDaemon(true);
        watch.start();
        return query;
    }

    /** Looks for other models for as long as the query runs. */
    private static void watch(StreamingQuery query, ModelSwitches switches) {
        while (query.isActive()) {
            try {
                switches.look();
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                // Spark throws its own without saying so.
                if (query.isActive()) {
                    log.warn("Cannot look for another model, and tries again: {}", e.toString());
                }
            }
        }
    }
}
