package dev.tandem.streaming.query;

import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.streaming.StreamingQuery;

/** One of the application's queries. Starting it again, wherever it was cut off, changes nothing that was done. */
public interface Query {
    /** Its name in settings, metrics, logs and the folder of its checkpoint. */
    String name();

    /** Starts it where its checkpoint says. */
    StreamingQuery start(QueryContext context) throws TimeoutException;
}
