package dev.tandem.local.launcher.stack;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.ProcessRecord;
import dev.tandem.local.services.process.StopSignal;
import dev.tandem.local.services.server.StackFolders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right of one launcher to change what runs in a folder. The system takes it back when the launcher ends, however it
 * ends, so whoever holds it knows that no other launcher is at work.
 */
public final class StackLock {
    private static final String LAUNCHER = "launcher";

    private StackLock() {}

    /** A command's work, which ends with an exit code. */
    @FunctionalInterface
    public interface Work {
        int run() throws InterruptedException;
    }

    /** Does a command's work with the lock, or fails with who holds it. */
    public static int holding(StackFolders folders, String command, Work work) throws InterruptedException {
        Path record = folders.record(LAUNCHER);
        Path file = record.resolveSibling("lock");
        try (FileChannel channel = open(file)) {
            if (channel.tryLock() == null) {
                throw held(folders);
            }
            ProcessIdentity self = ProcessIdentity.current();
            new ProcessRecord(command, self, 0, StopSignal.TERM, self).write(record);
            int exitCode = work.run();
            Files.deleteIfExists(record);
            return exitCode;
        } catch (IOException e) {
            throw new TandemException(
                    FailureKind.CONFIGURATION,
                    "Cannot write to %s (%s); name a folder of your own with --var-dir".formatted(file.getParent(), e),
                    e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static TandemException held(StackFolders folders) {
        ProcessRecord holder = ProcessRecord.read(folders.record(LAUNCHER))
                .orElse(new ProcessRecord(
                        "command", ProcessIdentity.current(), 0, StopSignal.TERM, ProcessIdentity.current()));
        return new TandemException(
                FailureKind.CONFIGURATION,
                ("./tandem %s (pid %d, since %s) is at work in %s. End it with Ctrl-C in its terminal or with: kill %d;"
                                + " or name another folder with --var-dir and other ports")
                        .formatted(
                                holder.name(),
                                holder.process().pid(),
                                holder.process().startedAt(),
                                folders.root(),
                                holder.process().pid()));
    }
}
