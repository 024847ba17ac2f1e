package dev.tandem.runtime.postgres;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An SQLException on its way to the runner, which knows what its SQLState means to people. */
public final class PostgresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Class 22 is values that a type cannot take; 23 is rows that a constraint does not let in. */
    private static final List<String> OF_VALUES = List.of("22", "23");

    private final @Nullable String state;

    PostgresException(SQLException cause) {
        super(cause);
        this.state = cause.getSQLState();
    }

    /** Whether it is the values that PostgreSQL refuses, as it would each time. */
    public boolean isOfValues() {
        return state != null && OF_VALUES.stream().anyMatch(state::startsWith);
    }
}
