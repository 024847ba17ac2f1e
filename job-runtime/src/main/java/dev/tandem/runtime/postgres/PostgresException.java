package dev.tandem.runtime.postgres;

import java.sql.SQLException;

/** An SQLException on its way to the runner, which knows what its SQLState means to people. */
final class PostgresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PostgresException(SQLException cause) {
        super(cause);
    }
}
