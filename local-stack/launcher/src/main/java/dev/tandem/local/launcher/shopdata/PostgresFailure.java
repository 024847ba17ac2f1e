package dev.tandem.local.launcher.shopdata;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.sql.SQLException;

/** What a failure of PostgreSQL means to the person who waits for the load. */
final class PostgresFailure {
    private static final String UNDEFINED_TABLE = "42P01";

    private PostgresFailure() {}

    static TandemException of(String url, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.equals(UNDEFINED_TABLE)) {
            return new TandemException(
                    FailureKind.CONFIGURATION,
                    "The database at %s does not have Tandem's tables (%s). './tandem up' makes them."
                            .formatted(url, e.getMessage()),
                    e);
        }
        FailureKind kind =
                switch (state.substring(0, Math.min(2, state.length()))) {
                    case "08", "53", "55", "57", "58" -> FailureKind.DEPENDENCY;
                    case "28", "3D", "42" -> FailureKind.CONFIGURATION;
                    default -> FailureKind.INTERNAL;
                };
        String hint = kind == FailureKind.DEPENDENCY ? " Is it running? './tandem status' tells." : "";
        return new TandemException(
                kind,
                "PostgreSQL at %s: %s (SQL state %s).%s Nothing was written."
                        .formatted(url, e.getMessage(), state, hint),
                e);
    }
}
