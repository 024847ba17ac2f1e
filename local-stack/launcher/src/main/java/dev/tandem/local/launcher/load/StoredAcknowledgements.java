package dev.tandem.local.launcher.load;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.Columns;
import dev.tandem.core.schema.FeedbackTables;
import dev.tandem.core.shop.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Which feedback's offers Cassandra has as acknowledged. */
final class StoredAcknowledgements {
    private static final int AT_ONCE = 128;
    private static final Duration LOOK = Duration.ofMillis(100);

    private final CqlSession cassandra;
    private final PreparedStatement select;
    private final TenantId tenant;
    private final String prefix;

    /**
     * What stands in a session's keyspace.
     *
     * @param prefix what the ids of the feedback begin with
     */
    StoredAcknowledgements(CqlSession cassandra, TenantId tenant, String prefix) {
        this.cassandra = cassandra;
        this.tenant = tenant;
        this.prefix = prefix;
        this.select = cassandra.prepare("SELECT %s FROM %s WHERE %s = ? AND %s = ?"
                .formatted(
                        Columns.ACKNOWLEDGED_AT,
                        FeedbackTables.FEEDBACK_BY_ID.name(),
                        Columns.TENANT_ID,
                        Columns.FEEDBACK_ID));
    }

    /**
     * Waits until all are acknowledged, or a time is over.
     *
     * @param feedback its numbers
     * @return those that are
     */
    BitSet await(BitSet feedback, Instant end) throws InterruptedException {
        BitSet missing = (BitSet) feedback.clone();
        look(missing);
        while (!missing.isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(LOOK.toMillis());
            look(missing);
        }
        BitSet acknowledged = (BitSet) feedback.clone();
        acknowledged.andNot(missing);
        return acknowledged;
    }

    /** Takes out what is acknowledged. */
    private void look(BitSet missing) {
        Map<Integer, CompletionStage<AsyncResultSet>> asked = new LinkedHashMap<>();
        for (int number = missing.nextSetBit(0); number >= 0; number = missing.nextSetBit(number + 1)) {
            asked.put(number, cassandra.executeAsync(select.bind(tenant.value(), prefix + number)));
            if (asked.size() == AT_ONCE) {
                takeOut(asked, missing);
            }
        }
        takeOut(asked, missing);
    }

    private static void takeOut(Map<Integer, CompletionStage<AsyncResultSet>> asked, BitSet missing) {
        try {
            asked.forEach((number, answer) -> {
                Row row = answer.toCompletableFuture().join().one();
                missing.set(number, row == null || row.isNull(0));
            });
            asked.clear();
        } catch (CompletionException e) {
            throw unreadable(e.getCause() == null ? e : e.getCause());
        } catch (DriverException e) {
            throw unreadable(e);
        }
    }

    private static TandemException unreadable(Throwable e) {
        return new TandemException(
                FailureKind.DEPENDENCY, "Cassandra does not say what is acknowledged: " + e.getMessage(), e);
    }
}
