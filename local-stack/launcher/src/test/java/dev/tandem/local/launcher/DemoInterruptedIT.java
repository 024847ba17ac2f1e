package dev.tandem.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.local.launcher.LauncherProcess.Run;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.ProcessRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoInterruptedIT {
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
    void aTerminatedDemoLeavesNoProcess() throws InterruptedException {
        Run demo = tandem.start("demo");
        List<ProcessIdentity> started = awaitServers(demo);

        demo.process().destroy();

        assertThat(demo.exitCode()).isEqualTo(143);
        assertThat(LauncherProcess.allEnded(started)).isTrue();
        assertThat(tandem.folders().record("kafka")).doesNotExist();
        assertThat(demo.printed()).doesNotContain("\tat ");
    }

    @Test
    void whatAKilledDemoLeftIsEndedByTheNextCommand() throws InterruptedException {
        Run demo = tandem.start("demo");
        List<ProcessIdentity> started = awaitServers(demo);
        demo.process().destroyForcibly().waitFor();

        Run next = tandem.start("down");

        assertThat(next.exitCode()).isZero();
        assertThat(next.printed()).contains("postgres (pid", "kafka (pid", "cassandra (pid", "left behind");
        assertThat(LauncherProcess.allEnded(started)).isTrue();
    }

    @Test
    void aSecondLauncherIsToldWhoIsAtWork() throws InterruptedException {
        Run demo = tandem.start("demo");
        awaitServers(demo);

        Run second = tandem.start("up");

        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.printed())
                .contains(
                        "./tandem demo (pid " + demo.process().pid(),
                        "kill " + demo.process().pid(),
                        "--var-dir");
        demo.process().destroy();
        demo.exitCode();
    }

    @Test
    void aServerThatIsKilledEndsTheDemoWithItsName() throws InterruptedException {
        Run demo = tandem.start("demo");
        ProcessRecord job = tandem.awaitStarted("job", demo);
        ProcessRecord kafka = tandem.awaitStarted("kafka", demo);

        ProcessHandle.of(kafka.process().pid()).orElseThrow().destroyForcibly();

        assertThat(demo.exitCode()).isEqualTo(5);
        assertThat(demo.printed()).contains("kafka (pid " + kafka.process().pid() + ") has ended", "kafka.log");
        assertThat(LauncherProcess.allEnded(List.of(job.process(), kafka.process())))
                .isTrue();
        assertThat(tandem.folders().record("postgres")).doesNotExist();
    }

    private List<ProcessIdentity> awaitServers(Run demo) {
        return Stream.of("postgres", "kafka", "cassandra")
                .map(name -> tandem.awaitStarted(name, demo).process())
                .toList();
    }
}
