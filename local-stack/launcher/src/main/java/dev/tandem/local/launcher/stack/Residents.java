package dev.tandem.local.launcher.stack;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.local.services.process.ProcessRecord;
import dev.tandem.local.services.server.StackFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The processes on record in a folder, whether they still run or not. */
public record Residents(StackFolders folders) {
    public static final String API = "api";
    public static final String STREAMING = "streaming";
    public static final String JOB = "job";

    /** Every process that a stack may have, in the order in which they are stopped. */
    public static final List<String> NAMES = List.of(JOB, API, STREAMING, "cassandra", "kafka", "postgres");

    /** What runs when a stack is up. */
    public static final List<String> SERVING = List.of(API, STREAMING, "cassandra", "kafka", "postgres");

    /** What runs when it is up without the streaming job. */
    public static final List<String> SERVING_WITHOUT_STREAMING = List.of(API, "cassandra", "kafka", "postgres");

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    /** The records of all that were started and not stopped since. */
    public List<ProcessRecord> all() {
        return NAMES.stream().flatMap(name -> find(name).stream()).toList();
    }

    public Optional<ProcessRecord> find(String name) {
        return ProcessRecord.read(folders.record(name));
    }

    /** The record of a process, if it runs. */
    public Optional<ProcessRecord> findRunning(String name) {
        return find(name).filter(record -> record.process().isAlive());
    }

    /** What runs on its own, without a launcher. */
    public List<ProcessRecord> inBackground() {
        return all().stream()
                .filter(ProcessRecord::isInBackground)
                .filter(record -> record.process().isAlive())
                .toList();
    }

    /** Whether all of these run on their own. */
    public boolean runsInBackground(List<String> names) {
        return inBackground().stream().map(ProcessRecord::name).toList().containsAll(names);
    }

    /** Ends what a launcher that was killed left behind, and forgets records that tell of no process. */
    public void clean(Consumer<String> notices) {
        for (String name : NAMES) {
            Optional<ProcessRecord> record = find(name);
            boolean isAlive = record.map(each -> each.process().isAlive()).orElse(false);
            if (isAlive && record.get().isOrphan()) {
                notices.accept("%s (pid %d) was left behind by a launcher that was killed (pid %d): stopped"
                        .formatted(
                                name,
                                record.get().process().pid(),
                                record.get().owner().pid()));
                stop(record.get());
            } else if (!isAlive) {
                forget(name);
            }
        }
    }

    /** Ends a process and forgets it. */
    public void stop(ProcessRecord record) {
        record.process().stop(record.signal(), STOP_PATIENCE);
        forget(record.name());
    }

    /** Deletes the record of a process. */
    void forget(String name) {
        try {
            Files.deleteIfExists(folders.record(name));
        } catch (IOException e) {
            throw new TandemException(
                    FailureKind.CONFIGURATION, "Cannot delete " + folders.record(name) + "; is it another user's?", e);
        }
    }
}
