package dev.tandem.streaming.views;

import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.event.Tally;
import dev.tandem.streaming.event.ViewRecords;
import dev.tandem.streaming.query.Query;
import dev.tandem.streaming.query.QueryContext;
import dev.tandem.streaming.query.StreamSettings;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQuery;

/**
 * Views into users' histories, {@code views_by_user}: a row a view, whatever comes twice. Records that are no views go to
 * {@code <topic>.rejected}.
 */
public final class ViewsQuery implements Query {
    /** The query's name. */
    public static final String NAME = "views";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StreamingQuery start(QueryContext context) throws TimeoutException {
        StreamSettings settings = context.settings();
        SharedSession cassandra = new SharedSession(settings.cassandra());
        ViewTask task =
                new ViewTask(new ViewRecords(cassandra, settings.productViewsTenant()), cassandra, settings.kafka());
        MapPartitionsFunction<Row, Tally> write =
                rows -> List.of(task.write(rows)).iterator();
        VoidFunction2<Dataset<Row>, Long> batch = (records, id) -> {
            Tally done = context
                    .inFewParts(records)
                    .mapPartitions(write, Encoders.javaSerialization(Tally.class))
                    .collectAsList()
                    .stream()
                    .reduce(Tally.NOTHING, Tally::plus);
            context.metrics().wrote(done.written(), done.rejected());
        };
        return context.writer(this, context.records(ViewRecords.TOPICS), settings.trigger())
                .foreachBatch(batch)
                .start();
    }
}
