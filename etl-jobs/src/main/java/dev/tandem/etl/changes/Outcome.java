package dev.tandem.etl.changes;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.Serializable;

/**
 * What was done to a table.
 *
 * @param wanted rows that should be there, as PostgreSQL has them
 * @param there rows that are there, as Cassandra counts them afterwards
 * @param inserted rows that were not there
 * @param updated rows that were there with other values
 * @param deleted rows that should not be there
 */
public record Outcome(long wanted, long there, long inserted, long updated, long deleted) implements Serializable {
    static final Outcome NOTHING = new Outcome(0, 0, 0, 0, 0);

    /** What was done to two tables, or two parts of one, together. */
    public Outcome plus(Outcome other) {
        return new Outcome(
                wanted + other.wanted,
                there + other.there,
                inserted + other.inserted,
                updated + other.updated,
                deleted + other.deleted);
    }

    /** The same after rows that did not belong were deleted, and all were counted anew. */
    Outcome withStraysDeleted(long strays, long there) {
        return new Outcome(wanted, there, inserted, updated, deleted + strays);
    }

    public long written() {
        return inserted + updated;
    }

    /** Fails where Cassandra does not hold as many rows as PostgreSQL. */
    public Outcome reconciled(String job, String what) {
        if (wanted != there) {
            throw new TandemException(
                    FailureKind.INTERNAL,
                    ("Cassandra holds %d %s where PostgreSQL has %d; the mark stays. Run %s with --mode=full, and see that"
                                    + " no other run of it is under way")
                            .formatted(there, what, wanted, job));
        }
        return this;
    }
}
