package dev.tandem.etl.changes;

import dev.tandem.core.schema.Column;
import dev.tandem.core.schema.TableRow;
import dev.tandem.runtime.cassandra.CassandraSlices;
import dev.tandem.runtime.cassandra.WritePace;
import dev.tandem.runtime.postgres.PostgresReader;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The work of one Spark task: a part of the wanted rows, slice by slice. */
record SliceTask(
        PostgresReader reader,
        String sql,
        List<Column> columns,
        CassandraSlices.Access access,
        Counting counting,
        Pace pace)
        implements Serializable {
    /**
     * How fast all tasks together may go.
     *
     * @param maxRowsPerSecond rows that are compared and written; 0 for no bound
     * @param tasks how many run at once
     */
    record Pace(long maxRowsPerSecond, int tasks) implements Serializable {}

    /** What to do about the number of rows that are there. */
    enum Counting {
        /** Each slice that was written to is read again, so that what is counted is what is there. */
        SLICES,
        /** Somebody counts the table as a whole: {@link Outcome#there} is 0. */
        NONE
    }

    Outcome run() {
        try (CassandraSlices slices = access.open()) {
            Run run = new Run(slices);
            reader.read(sql, columns, run::add);
            return run.finish();
        }
    }

    /** The slices of this task, as they are gathered from consecutive rows. */
    private final class Run {
        private final CassandraSlices slices;
        private final InFlight inFlight = new InFlight();
        private final WritePace writePace = new WritePace(pace.maxRowsPerSecond(), pace.tasks());
        private List<Object> slice = List.of();
        private List<TableRow> rows = new ArrayList<>();

        Run(CassandraSlices slices) {
            this.slices = slices;
        }

        void add(TableRow row) {
            List<Object> of = row.leading(access.sliceKey().size());
            if (!of.equals(slice)) {
                start();
                slice = of;
                rows = new ArrayList<>();
            }
            int last = row.size() - 1;
            if (Boolean.TRUE.equals(row.value(last))) {
                rows.add(row.first(last));
            }
        }

        Outcome finish() {
            start();
            return inFlight.await();
        }

        private void start() {
            if (!slice.isEmpty()) {
                writePace.await(Math.max(1, rows.size()));
                List<Object> key = slice;
                List<TableRow> wanted = rows;
                inFlight.start(() -> sync(key, wanted));
            }
        }

        private CompletionStage<Outcome> sync(List<Object> key, List<TableRow> wanted) {
            return slices.read(key).thenCompose(current -> {
                SliceChanges changes = SliceChanges.between(wanted, current, access.table());
                return CompletableFuture.allOf(
                                slices.insert(changes.inserted()).toCompletableFuture(),
                                slices.update(changes.updated()).toCompletableFuture(),
                                slices.delete(changes.deleted()).toCompletableFuture())
                        .thenCompose(done -> count(key, current, changes))
                        .thenApply(there -> new Outcome(
                                wanted.size(),
                                there,
                                changes.inserted().size(),
                                changes.updated().size(),
                                changes.deleted().size()));
            });
        }

        private CompletionStage<Integer> count(List<Object> key, List<TableRow> before, SliceChanges changes) {
            return switch (counting) {
                case NONE -> CompletableFuture.completedFuture(0);
                case SLICES ->
                    changes.isEmpty()
                            ? CompletableFuture.completedFuture(before.size())
                            : slices.read(key).thenApply(List::size);
            };
        }
    }
}
