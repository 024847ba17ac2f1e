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
    /** From so many rows or slices on, those gathered are looked up in one question. */
    private static final int ENOUGH_ROWS = 250;

    private static final int ENOUGH_SLICES = 100;

    /**
     * How fast all tasks together may go.
     *
     * @param maxRowsPerSecond rows that are compared and written; 0 for no bound
     * @param tasks how many run at once
     */
    record Pace(long maxRowsPerSecond, int tasks) implements Serializable {}

    /** What is counted of what is there. */
    enum Counting {
        /** Slices that were written to, afterwards. */
        SLICES,
        /** Each partition of which a slice was named, as a whole and afterwards: slices that were not named show. */
        PARTITIONS
    }

    /**
     * What a task did.
     *
     * @param partitions how many partitions should have rows
     */
    record Done(Outcome outcome, long partitions) implements Serializable {
        static final Done NOTHING = new Done(Outcome.NOTHING, 0);

        Done plus(Done other) {
            return new Done(outcome.plus(other.outcome), partitions + other.partitions);
        }
    }

    Done run() {
        try (CassandraSlices cassandra = access.open()) {
            Run run = new Run(cassandra);
            reader.read(sql, columns, run::add);
            return run.finish();
        }
    }

    /** The slices of this task, as they are gathered from consecutive rows: some of one partition at a time. */
    private final class Run {
        private final CassandraSlices cassandra;
        private final InFlight inFlight = new InFlight();
        private final WritePace writePace = new WritePace(pace.maxRowsPerSecond(), pace.tasks());
        private final int partitionLength = access.table().partitionKey().size();
        // Where a partition is one slice, both countings are the same, and what is unchanged needs no question.
        private final boolean isEachPartitionCounted =
                counting == Counting.PARTITIONS && access.sliceKey().size() > partitionLength;
        private List<Object> partition = List.of();
        private List<Object> slice = List.of();
        private List<List<Object>> slices = new ArrayList<>();
        private List<TableRow> rows = new ArrayList<>();
        private final List<CompletionStage<Outcome>> ofPartition = new ArrayList<>();
        private boolean isPartitionWanted;
        private long partitions;

        Run(CassandraSlices cassandra) {
            this.cassandra = cassandra;
        }

        void add(TableRow row) {
            if (slices.isEmpty() || !row.hasLeading(slice)) {
                begin(row);
            }
            int last = row.size() - 1;
            if (Boolean.TRUE.equals(row.value(last))) {
                rows.add(row.first(last));
            }
        }

        private void begin(TableRow row) {
            if (!slices.isEmpty() && !row.hasLeading(partition)) {
                endPartition();
            } else if (rows.size() >= ENOUGH_ROWS || slices.size() >= ENOUGH_SLICES) {
                start();
            }
            slice = row.leading(access.sliceKey().size());
            partition = slice.subList(0, partitionLength);
            slices.add(slice);
        }

        Done finish() {
            if (!slices.isEmpty()) {
                endPartition();
            }
            return new Done(inFlight.await(), partitions);
        }

        private void endPartition() {
            start();
            partitions += isPartitionWanted ? 1 : 0;
            isPartitionWanted = false;
            if (isEachPartitionCounted) {
                CompletableFuture<?>[] written = ofPartition.stream()
                        .map(CompletionStage::toCompletableFuture)
                        .toArray(CompletableFuture[]::new);
                List<Object> key = partition;
                inFlight.start(() -> CompletableFuture.allOf(written)
                        .thenCompose(done -> cassandra.countPartition(key))
                        .thenApply(there -> new Outcome(0, there, 0, 0, 0)));
            }
            ofPartition.clear();
        }

        private void start() {
            writePace.await(Math.max(1, rows.size()));
            List<List<Object>> keys = slices;
            List<TableRow> wanted = rows;
            isPartitionWanted |= !wanted.isEmpty();
            ofPartition.add(inFlight.start(() -> sync(keys, wanted)));
            slices = new ArrayList<>();
            rows = new ArrayList<>();
        }

        private CompletionStage<Outcome> sync(List<List<Object>> keys, List<TableRow> wanted) {
            return cassandra.read(keys).thenCompose(current -> {
                SliceChanges changes = SliceChanges.between(wanted, current, access.table());
                return CompletableFuture.allOf(
                                cassandra.insert(changes.inserted()).toCompletableFuture(),
                                cassandra.update(changes.updated()).toCompletableFuture(),
                                cassandra.delete(changes.deleted()).toCompletableFuture())
                        .thenCompose(done -> count(keys, current, changes))
                        .thenApply(there -> new Outcome(
                                wanted.size(),
                                there,
                                changes.inserted().size(),
                                changes.updated().size(),
                                changes.deleted().size()));
            });
        }

        private CompletionStage<Long> count(List<List<Object>> keys, List<TableRow> before, SliceChanges changes) {
            if (isEachPartitionCounted) {
                return CompletableFuture.completedFuture(0L);
            }
            return changes.isEmpty() ? CompletableFuture.completedFuture((long) before.size()) : cassandra.count(keys);
        }
    }
}
