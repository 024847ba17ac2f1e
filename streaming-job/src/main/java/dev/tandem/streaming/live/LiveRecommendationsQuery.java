package dev.tandem.streaming.live;

import static org.apache.spark.sql.functions.col;

import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.event.ViewRecords;
import dev.tandem.streaming.query.Query;
import dev.tandem.streaming.query.QueryContext;
import dev.tandem.streaming.query.StreamSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
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
        LiveTask task = new LiveTask(new ViewRecords(cassandra, settings.productViewsTenant()), cassandra);
        FlatMapFunction<Row, Row> decode = task::decode;
        MapPartitionsFunction<Row, Made> make =
                views -> List.of(task.make(views)).iterator();
        Object batches = new Object();
        VoidFunction2<Dataset<Row>, Long> batch = (records, id) -> {
            synchronized (batches) {
                // A user's views may stand in several partitions, and only one task may make the list.
                Made made = records
                        .flatMap(decode, Encoders.row(LiveTask.VIEW))
                        .repartition(col(LiveTask.TENANT), col(LiveTask.USER))
                        .mapPartitions(make, Encoders.javaSerialization(Made.class))
                        .collectAsList()
                        .stream()
                        .reduce(Made.NOTHING, Made::plus);
                context.metrics().wrote(made.lists(), Map.of());
            }
        };
        StreamingQuery query = context.writer(this, context.records(ViewRecords.TOPICS), settings.trigger())
                .foreachBatch(batch)
                .start();
        ModelSwitches switches =
                new ModelSwitches(new JavaSparkContext(context.spark().sparkContext()), cassandra, batches);
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
