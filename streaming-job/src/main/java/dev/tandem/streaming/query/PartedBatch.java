package dev.tandem.streaming.query;

import dev.tandem.streaming.event.Tally;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** A batch's way: in as many parts as there are cores, each done by a task, and what they did told in the query's metrics. */
public record PartedBatch(QueryContext context, Task task) implements VoidFunction2<Dataset<Row>, Long> {
    /** What is done with one part of a batch. */
    @FunctionalInterface
    public interface Task extends Serializable {
        /** Done when everything is written. */
        Tally write(Iterator<Row> records);
    }

    @Override
    public void call(Dataset<Row> records, Long id) {
        Task ofPart = task;
        MapPartitionsFunction<Row, Tally> write =
                rows -> List.of(ofPart.write(rows)).iterator();
        Tally done = context
                .inFewParts(records)
                .mapPartitions(write, Encoders.javaSerialization(Tally.class))
                .collectAsList()
                .stream()
                .reduce(Tally.NOTHING, Tally::plus);
        context.metrics().wrote(done.written(), done.rejected());
    }
}
