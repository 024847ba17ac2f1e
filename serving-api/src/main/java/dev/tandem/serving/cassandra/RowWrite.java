package dev.tandem.serving.cassandra;

import dev.tandem.core.schema.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The write of rows of a table. The same row written twice is one: the later time wins. */
public final class RowWrite {
    private final CassandraClient client;
    private final PreparedCql write;

    RowWrite(CassandraClient client, Table table, List<String> columns) {
        this.client = client;
        this.write = PreparedCql.write(client.keyspace(), table, columns);
    }

    /**
     * Writes a row; when this completes, a quorum has it.
     *
     * @param at tells which of several writes of a row is the last
     * @param values one a column, in their order
     */
    public CompletionStage<Void> write(Instant at, Object... values) {
        Object[] bound = Arrays.copyOf(values, values.length + 1);
        bound[values.length] = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        return client.read(session -> write.execute(session, bound).<Void>thenApply(rows -> null));
    }
}
