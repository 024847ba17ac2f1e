package dev.tandem.etl.bench;

import dev.tandem.core.schema.Column;
import dev.tandem.core.schema.TableRow;
import dev.tandem.runtime.cassandra.CassandraSlices;
import dev.tandem.runtime.postgres.PostgresReader;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * As fast as it goes: a part of the rows, each partition written at once in unlogged batches with 128 under way. Nothing is
 * looked up, compared or counted afterwards.
 */
record PlainTask(PostgresReader reader, String sql, List<Column> columns, CassandraSlices.Access access)
        implements Serializable {
    private static final int IN_FLIGHT = 128;

    long run() {
        try (CassandraSlices slices = access.open()) {
            Run run = new Run(slices);
            reader.read(sql, columns, run::add);
            return run.finish();
        }
    }

    private final class Run {
        private final CassandraSlices slices;
        private final Semaphore places = new Semaphore(IN_FLIGHT);
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private List<Object> partition = List.of();
        private List<TableRow> rows = new ArrayList<>();
        private long written;

        Run(CassandraSlices slices) {
            this.slices = slices;
        }

        void add(TableRow row) {
            List<Object> of = row.leading(access.table().partitionKey().size());
            if (!of.equals(partition)) {
                write();
                partition = of;
                rows = new ArrayList<>();
            }
            rows.add(row.first(row.size() - 1));
        }

        long finish() {
            write();
            places.acquireUninterruptibly(IN_FLIGHT);
            Throwable failed = failure.get();
            if (failed != null) {
                throw new IllegalStateException("A write failed", failed);
            }
            return written;
        }

        private void write() {
            places.acquireUninterruptibly();
            written += rows.size();
            slices.insert(rows).whenComplete((done, failed) -> {
                if (failed != null) {
                    failure.compareAndSet(null, failed);
                }
                places.release();
            });
        }
    }
}
