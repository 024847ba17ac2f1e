package dev.tandem.local.launcher;

import dev.tandem.local.services.process.ChildProcess;
import dev.tandem.local.services.process.Deadline;
import dev.tandem.local.services.process.LogFile;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.ProcessRecord;
import dev.tandem.local.services.server.Port;
import dev.tandem.local.services.server.StackFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command as its users have it: a process, in a folder and on ports of its own. */
final class LauncherProcess {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final StackFolders folders;
    private final List<String> ports;
    private int runs;

    LauncherProcess(Path folder) throws IOException {
        Path home = Path.of(System.getProperty("tandem.home"));
        this.folder = folder;
        this.folders = new StackFolders(home, folder.resolve("var"));
        List<Integer> free = Port.free(7);
        this.ports = List.of(
                "--postgres.port=" + free.get(0),
                "--kafka.port=" + free.get(1),
                "--kafka.controller-port=" + free.get(2),
                "--cassandra.port=" + free.get(3),
                "--cassandra.storage-port=" + free.get(4),
                "--api.port=" + free.get(5),
                "--streaming.port=" + free.get(6));
    }

    /** A run of the command. */
    record Run(Process process, LogFile output) {
        int exitCode() throws InterruptedException {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return process.exitValue();
        }

        String printed() {
            return output.tail(200);
        }
    }

    StackFolders folders() {
        return folders;
    }

    /** Starts a command; {@code more} options win over those of this stack. */
    Run start(String command, String... more) {
        List<String> line = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dtandem.home=" + folders.home(),
                "-cp",
                System.getProperty("java.class.path"),
                TandemMain.class.getName(),
                command,
                "--var-dir=" + folders.root()));
        List<String> overridden = List.of(more);
        ports.stream()
                .filter(port -> overridden.stream().noneMatch(each -> each.startsWith(port.replaceFirst("=.*", "="))))
                .forEach(line::add);
        line.addAll(overridden);
        LogFile output = new LogFile(folder.resolve("output-" + ++runs + ".txt"));
        return new Run(ChildProcess.spawn(line, Map.of(), output), output);
    }

    /** The record of a process once the launcher has started it. */
    ProcessRecord awaitStarted(String name, Run by) {
        Deadline.in(PATIENCE)
                .meets(() -> ProcessRecord.read(folders.record(name)).isPresent()
                        || !by.process().isAlive());
        return ProcessRecord.read(folders.record(name)).orElseThrow(() -> new AssertionError(by.printed()));
    }

    /** Whether all of these have ended within a bounded time. */
    static boolean allEnded(List<ProcessIdentity> processes) {
        return Deadline.in(Duration.ofSeconds(30))
                .meets(() -> processes.stream().noneMatch(ProcessIdentity::isAlive));
    }
}
