package dev.tandem.local.services.server;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.local.services.process.Deadline;
import dev.tandem.local.services.process.LogFile;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.ProcessRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The way from a server's description to one that answers.
 *
 * @param folders where it is started
 * @param owner the launcher that ends it; empty for a server that runs in the background
 * @param notices told what a person should know
 */
public record ServerStart(StackFolders folders, Optional<ProcessIdentity> owner, Consumer<String> notices) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int QUOTED_LINES = 8;

    /** Starts a server, puts it on record at once, and waits until it answers. */
    public ProcessRecord start(Server server) {
        ProcessIdentity process = server.launch(folders, notices);
        ProcessRecord record = new ProcessRecord(
                server.id(), process, server.ports().get(0).number(), server.signal(), owner.orElse(process));
        record.write(folders.record(server.id()));
        LogFile log = folders.log(server.id());
        boolean decided = Deadline.in(PATIENCE).meets(() -> server.answers() || !process.isAlive());
        if (!process.isAlive()) {
            throw failure(server.title() + " ended while it was starting", log);
        }
        if (!decided) {
            throw failure(server.title() + " did not answer within " + PATIENCE.toSeconds() + " s", log);
        }
        folders.data(server.id()).markComplete();
        return record;
    }

    private static TandemException failure(String what, LogFile log) {
        return new TandemException(
                FailureKind.DEPENDENCY,
                "%s; the last lines of %s:%n%s".formatted(what, log.path(), log.tail(QUOTED_LINES)));
    }
}
