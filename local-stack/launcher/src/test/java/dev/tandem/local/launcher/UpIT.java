package dev.tandem.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.local.launcher.LauncherProcess.Run;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.ProcessRecord;
import dev.tandem.local.services.process.StopSignal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpIT {
    @TempDir
    private Path folder;

    private LauncherProcess tandem;

    @BeforeEach
    void chooseFolderAndPorts() throws IOException {
        tandem = new LauncherProcess(folder);
    }

    @AfterEach
    void leaveNothing() throws InterruptedException {
        tandem.start("down").exitCode();
    }

    @Test
    void aStackComesUpOverWhatWasLeftUnfinishedHealsAKilledServerAndGoesDown() throws Exception {
        Path unfinished = tandem.folders().data("postgres").path().resolve("cluster");
        Files.createDirectories(unfinished);
        Files.writeString(unfinished.resolve("PG_VERSION"), "1");
        ProcessIdentity ofOld = new ProcessIdentity(ProcessIdentity.current().pid(), Instant.EPOCH);
        new ProcessRecord("kafka", ofOld, 1, StopSignal.TERM, ofOld)
                .write(tandem.folders().record("kafka"));

        Run up = tandem.start("up");

        assertThat(up.exitCode()).as(up.printed()).isZero();
        assertThat(up.printed())
                .contains("left unfinished by an interrupted start: made anew", "✓ API", "✓ Streaming job");
        List<ProcessIdentity> running = Stream.of("postgres", "kafka", "cassandra", "api", "streaming")
                .map(name -> tandem.awaitStarted(name, up).process())
                .toList();
        assertThat(running).allMatch(ProcessIdentity::isAlive);

        Run again = tandem.start("up");

        assertThat(again.exitCode()).isZero();
        assertThat(again.printed()).contains("up already");

        Run demo = tandem.start("demo");

        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.printed()).contains("./tandem down", "--var-dir");

        ProcessHandle.of(running.get(0).pid()).orElseThrow().destroyForcibly();
        Run status = tandem.start("status");

        assertThat(status.exitCode()).isZero();
        assertThat(status.printed())
                .containsPattern("postgres +ended by itself")
                .containsPattern("kafka +running");

        Run healed = tandem.start("up");

        assertThat(healed.exitCode()).as(healed.printed()).isZero();
        assertThat(healed.printed())
                .contains("✓ PostgreSQL 17")
                .doesNotContain("✓ Kafka")
                .doesNotContain("made anew");

        ProcessIdentity newPostgres = tandem.awaitStarted("postgres", healed).process();
        Run down = tandem.start("down");

        assertThat(down.exitCode()).isZero();
        assertThat(LauncherProcess.allEnded(running)).isTrue();
        assertThat(newPostgres.isAlive()).isFalse();
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingStarts() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run up = tandem.start("up", "--api.port=" + other.getLocalPort());

            assertThat(up.exitCode()).isEqualTo(2);
            assertThat(up.printed())
                    .contains("Port " + other.getLocalPort() + " is taken", "--api.port", "TANDEM_API_PORT");
            assertThat(tandem.folders().record("postgres")).doesNotExist();
        }
    }
}
