package dev.tandem.streaming.query;

import dev.tandem.streaming.event.Tally;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A batch's way: in as many parts as there are cores, each done by a task, and what they did told in the query's metrics. */
public record PartedBatch(QueryContext context, PartTask<Tally> task) implements VoidFunction2<Dataset<Row>, Long> {
    @Override
    public void call(Dataset<Row> records, Long id) {
        Tally done = context.make(records, task).stream().reduce(Tally.NOTHING, Tally::plus);
        context.metrics().wrote(done.written(), done.rejected());
    }
}
