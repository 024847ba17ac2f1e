package dev.tandem.streaming.views;

import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.event.ViewRecords;
import dev.tandem.streaming.query.PartedBatch;
import dev.tandem.streaming.query.Query;
import dev.tandem.streaming.query.QueryContext;
import dev.tandem.streaming.query.StreamSettings;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.streaming.StreamingQuery;

/**
 * Views into users' histories, {@code views_by_user}: a row a view, whatever comes twice. Records that are no views go to
 * {@code <topic>.rejected}.
 */
public final class ViewsQuery implements Query {
    /** The query's name. */
    public static final String NAME = "views";

    /** Lists that follow at once are made by another query; to begin more often keeps that one from the cores. */
    private static final Duration TRIGGER = Duration.ofMillis(250);

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
        return context.writer(this, context.records(ViewRecords.TOPICS), settings.triggerOfAtLeast(TRIGGER))
                .foreachBatch(new PartedBatch(context, task::write))
                .start();
    }
}
