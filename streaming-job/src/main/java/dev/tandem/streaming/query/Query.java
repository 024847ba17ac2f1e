package dev.tandem.streaming.query;

import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.streaming.StreamingQuery;

/** One of the application's queries. Starting it again, wherever it was cut off, changes nothing that was done. */
public interface Query {
    /** Its name in settings, metrics, logs and the folder of its checkpoint. */
    String name();

    /**
     * Does once what makes the first batches quick, and leaves no trace. A process that waits for another one's lease has
     * done it by the time that its turn comes.
     */
    default void warmUp(QueryContext context) {}

    /** Starts it where its checkpoint says. */
    StreamingQuery start(QueryContext context) throws TimeoutException;
}
