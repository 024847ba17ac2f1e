package dev.tandem.local.launcher.onlineretail;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of every row that was read; the fates add up to the rows.
 *
 * @param signedInLines lines of sales to known customers
 * @param anonymousLines lines of sales to nobody known
 * @param cancellationLines lines of documents that give back
 * @param charges rows that are no items
 * @param setAside rows that became nothing, by reason
 */
record ImportAccount(
        long rowsRead,
        long signedInLines,
        long anonymousLines,
        long cancellationLines,
        long charges,
        Map<RejectReason, Long> setAside,
        long users,
        long items,
        long orders,
        long cancellations) {
    ImportAccount {
        setAside = Collections.unmodifiableMap(new TreeMap<>(setAside));
        long fates = signedInLines
                + anonymousLines
                + cancellationLines
                + charges
                + setAside.values().stream().mapToLong(Long::longValue).sum();
        if (fates != rowsRead) {
            throw new TandemException(
                    FailureKind.INTERNAL,
                    "%d rows were read but %d accounted for; nothing was written.".formatted(rowsRead, fates));
        }
    }

    long rowsSetAside() {
        return setAside.values().stream().mapToLong(Long::longValue).sum();
    }
}
