package dev.tandem.local.services.server;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.local.services.process.Deadline;
import dev.tandem.local.services.process.LogFile;
import dev.tandem.local.services.process.ProcessIdentity;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The wait between the start of a process and its first answer. */
public final class Readiness {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int QUOTED_LINES = 8;

    private Readiness() {}

    /** Returns once the process answers; one that ends instead, or takes too long, is a DEPENDENCY failure. */
    public static void await(String title, ProcessIdentity process, LogFile log, BooleanSupplier answers) {
        boolean decided = Deadline.in(PATIENCE).meets(() -> !process.isAlive() || answers.getAsBoolean());
        if (!process.isAlive()) {
            throw failure(title + " ended while it was starting", log);
        }
        if (!decided) {
            throw failure(title + " did not answer within " + PATIENCE.toSeconds() + " s", log);
        }
    }

    private static TandemException failure(String what, LogFile log) {
        return new TandemException(
                FailureKind.DEPENDENCY,
                "%s; the last lines of %s:%n%s".formatted(what, log.path(), log.tail(QUOTED_LINES)));
    }
}
