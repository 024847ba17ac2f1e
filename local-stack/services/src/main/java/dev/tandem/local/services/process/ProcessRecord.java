package dev.tandem.local.services.process;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;

/**
 * What is written on disk about a started process, so that any later command can find, judge and stop it.
 *
 * @param name what runs, such as {@code postgres}
 * @param process which run of it
 * @param port where it listens, 0 where it does not
 * @param signal what asks it to end
 * @param owner the launcher that ends it, or itself when it runs in the background until it is told to stop
 */
public record ProcessRecord(String name, ProcessIdentity process, int port, StopSignal signal, ProcessIdentity owner) {

    /** Whether it runs on its own, without a launcher that watches it. */
    public boolean isInBackground() {
        return owner.equals(process);
    }

    /** Whether it still runs although the launcher that should have ended it is gone. */
    public boolean isOrphan() {
        return !isInBackground() && process.isAlive() && !owner.isAlive();
    }

    /** Writes the record; a reader sees all of it or nothing. */
    public void write(Path file) {
        Properties properties = new Properties();
        properties.setProperty("name", name);
        properties.setProperty("pid", Long.toString(process.pid()));
        properties.setProperty("started_at", process.startedAt().toString());
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("signal", signal.name());
        properties.setProperty("owner_pid", Long.toString(owner.pid()));
        properties.setProperty("owner_started_at", owner.startedAt().toString());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            try (Writer out = Files.newBufferedWriter(unfinished)) {
                properties.store(out, null);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new TandemException(FailureKind.CONFIGURATION, "Cannot write " + file + ": " + e, e);
        }
    }

    /** The record in a file; empty where there is none, or one that makes no sense and so tells of no process. */
    public static Optional<ProcessRecord> read(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
            return Optional.of(new ProcessRecord(
                    properties.getProperty("name", ""),
                    identity(properties, "pid", "started_at"),
                    Integer.parseInt(properties.getProperty("port", "")),
                    StopSignal.valueOf(properties.getProperty("signal", "")),
                    identity(properties, "owner_pid", "owner_started_at")));
        } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static ProcessIdentity identity(Properties properties, String pid, String startedAt) {
        return new ProcessIdentity(
                Long.parseLong(properties.getProperty(pid, "")), Instant.parse(properties.getProperty(startedAt, "")));
    }
}
