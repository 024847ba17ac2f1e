package dev.tandem.serving.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.RequestThrottlingException;
import com.datastax.oss.driver.api.core.connection.BusyConnectionException;
import com.datastax.oss.driver.api.core.connection.ClosedConnectionException;
import com.datastax.oss.driver.api.core.servererrors.ReadTimeoutException;
import com.datastax.oss.driver.api.core.servererrors.UnavailableException;
import com.datastax.oss.driver.api.core.servererrors.WriteTimeoutException;
import java.util.Locale;

/** Why a read was not answered, as the metrics tell it apart. */
enum StoreError {
    /** There was no answer in time. */
    TIMEOUT,
    /** No node could be asked. */
    UNAVAILABLE,
    /** There has been no connection since the start. */
    NOT_CONNECTED,
    /** Too many reads are under way; this one was not begun. */
    SHED,
    /** The last reads failed; this one was not begun. */
    CIRCUIT_OPEN,
    /** Cassandra refused the read, such as for a missing table. */
    REFUSED;

    static StoreError of(Throwable failure) {
        if (failure instanceof DriverTimeoutException
                || failure instanceof ReadTimeoutException
                || failure instanceof WriteTimeoutException) {
            return TIMEOUT;
        }
        if (failure instanceof AllNodesFailedException all) {
            return all.getAllErrors().values().stream()
                            .anyMatch(errors -> errors.stream().anyMatch(BusyConnectionException.class::isInstance))
                    ? SHED
                    : UNAVAILABLE;
        }
        if (failure instanceof UnavailableException || failure instanceof ClosedConnectionException) {
            return UNAVAILABLE;
        }
        return failure instanceof RequestThrottlingException ? SHED : REFUSED;
    }

    /** Whether it says that Cassandra as a whole does not answer. */
    boolean isOutage() {
        return this == TIMEOUT || this == UNAVAILABLE;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
