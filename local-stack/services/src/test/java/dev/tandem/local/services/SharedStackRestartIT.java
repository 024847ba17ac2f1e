package dev.tandem.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.local.services.process.ChildProcess;
import dev.tandem.local.services.process.Deadline;
import dev.tandem.local.services.process.LogFile;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.ProcessRecord;
import dev.tandem.local.services.server.PostgresServer;
import dev.tandem.local.services.server.StackFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedStackRestartIT {
    private static final Path HOME = Path.of(System.getProperty("tandem.home"));

    @TempDir
    private Path elsewhere;

    @Test
    void serversThatWereKilledAreBackAtTheNextLeaseAndEndWithTheirBuild() throws Exception {
        Files.createDirectories(elsewhere.resolve("local-stack"));
        for (String module : List.of("postgres", "kafka", "cassandra", "services")) {
            Files.createSymbolicLink(
                    elsewhere.resolve("local-stack").resolve(module),
                    HOME.resolve("local-stack").resolve(module));
        }
        StackFolders folders = new StackFolders(elsewhere, elsewhere.resolve("target/it-stack"));
        ProcessIdentity build =
                ChildProcess.start(List.of("sleep", "600"), new LogFile(elsewhere.resolve("build.log")));
        SharedStack.lease(folders, "before", build);
        ProcessRecord killed = ProcessRecord.read(folders.record("postgres")).orElseThrow();
        ProcessHandle.of(killed.process().pid()).orElseThrow().destroyForcibly();

        Lease after = SharedStack.lease(folders, "after", build);

        int port = Integer.parseInt(after.postgresUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
        assertThat(new PostgresServer(port).answers()).isTrue();

        List<ProcessRecord> running = List.of("postgres", "kafka", "cassandra", "supervisor").stream()
                .map(name -> ProcessRecord.read(folders.record(name)).orElseThrow())
                .toList();
        ProcessHandle.of(build.pid()).orElseThrow().destroyForcibly();

        boolean allGone = Deadline.in(Duration.ofSeconds(30))
                .meets(() -> running.stream().noneMatch(each -> each.process().isAlive()));
        assertThat(allGone).isTrue();
    }
}
