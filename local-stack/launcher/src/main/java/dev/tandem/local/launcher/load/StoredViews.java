package dev.tandem.local.launcher.load;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/** The views of a run as Cassandra has them, found in the partitions of the users whom they are of. */
final class StoredViews {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final CqlSession cassandra;
    private final PreparedStatement select;
    private final EventLoadSettings settings;
    private final List<String> users;
    private final Instant begin;

    /**
     * The views of a run.
     *
     * @param cassandra in the keyspace of the tables
     * @param begin of the run; views before it are of others
     */
    StoredViews(CqlSession cassandra, EventLoadSettings settings, List<String> users, Instant begin) {
        this.cassandra = cassandra;
        this.settings = settings;
        this.users = users;
        this.begin = begin;
        this.select = cassandra.prepare("SELECT %s FROM %s WHERE %s = ? AND %s = ? AND %s >= ?"
                .formatted(
                        Columns.EVENT_ID,
                        CassandraTables.VIEWS_BY_USER.name(),
                        Columns.TENANT_ID,
                        Columns.USER_ID,
                        Columns.VIEWED_AT));
    }

    /**
     * What Cassandra has of a run.
     *
     * @param acknowledged how many views it should have
     * @param lost how many of them it has not
     * @param doubled how many rows repeat a view
     * @param unasked how many views it has that nobody acknowledged, because the sender was not told or gave up
     */
    record Count(int acknowledged, int lost, int doubled, int unasked) {
        boolean isExact() {
            return lost == 0 && doubled == 0;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s: %,d acknowledged, %,d lost, %,d doubled%s",
                    isExact() ? "well" : "NOT WELL",
                    acknowledged,
                    lost,
                    doubled,
                    unasked == 0 ? "" : String.format(Locale.ROOT, ", %,d stored though not acknowledged", unasked));
        }
    }

    /**
     * Waits until every acknowledged view is stored, or the patience is over.
     *
     * @param traffic that made the views
     * @param acknowledged their numbers
     * @return whether all are stored
     */
    boolean awaitStored(ViewTraffic traffic, BitSet acknowledged, Duration patience) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        for (Map.Entry<Integer, BitSet> user : byUser(traffic, acknowledged).entrySet()) {
            BitSet missing = user.getValue();
            while (true) {
                numbers(user.getKey(), missing::clear);
                if (missing.isEmpty()) {
                    break;
                }
                if (Instant.now().isAfter(end)) {
                    return false;
                }
                Thread.sleep(LOOK.toMillis());
            }
        }
        return true;
    }

    /** Views by user, whoever has the latest one first: once that one is stored, most others are, and are looked up once. */
    private static Map<Integer, BitSet> byUser(ViewTraffic traffic, BitSet views) {
        Map<Integer, BitSet> byUser = new LinkedHashMap<>();
        for (int number = views.length() - 1; number >= 0; number = views.previousSetBit(number - 1)) {
            byUser.computeIfAbsent(traffic.user(number), user -> new BitSet()).set(number);
        }
        return byUser;
    }

    /** Holds what is stored now against what was acknowledged. */
    Count count(BitSet acknowledged) {
        BitSet stored = new BitSet();
        int[] doubled = new int[1];
        for (int user = 0; user < users.size(); user++) {
            numbers(user, number -> {
                doubled[0] += stored.get(number) ? 1 : 0;
                stored.set(number);
            });
        }
        BitSet lost = (BitSet) acknowledged.clone();
        lost.andNot(stored);
        BitSet unasked = (BitSet) stored.clone();
        unasked.andNot(acknowledged);
        return new Count(acknowledged.cardinality(), lost.cardinality(), doubled[0], unasked.cardinality());
    }

    private void numbers(int user, IntConsumer take) {
        try {
            for (Row row : cassandra.execute(select.bind(settings.tenant().value(), users.get(user), begin))) {
                String id = String.valueOf(row.getString(0));
                if (id.startsWith(settings.prefix())) {
                    take.accept(Integer.parseInt(id.substring(settings.prefix().length())));
                }
            }
        } catch (DriverException e) {
            throw new TandemException(
                    FailureKind.DEPENDENCY, "Cassandra does not say what is stored: " + e.getMessage(), e);
        }
    }
}
