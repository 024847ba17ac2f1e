package dev.tandem.local.services.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdentityTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Test
    void thisProcessIsAlive() {
        assertThat(ProcessIdentity.current().isAlive()).isTrue();
    }

    @Test
    void aPidThatWasGivenToALaterProcessIsNotTheOneOfOld() {
        ProcessIdentity now = ProcessIdentity.current();

        ProcessIdentity ofOld = new ProcessIdentity(now.pid(), now.startedAt().minus(Duration.ofHours(1)));

        assertThat(ofOld.isAlive()).isFalse();
    }

    @Test
    void stopEndsAProcessThatListens() {
        ProcessIdentity process = start("exec sleep 600");

        process.stop(StopSignal.TERM, PATIENCE);

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void stopEndsAProcessThatDoesNotListen() {
        ProcessIdentity process = start("trap '' TERM INT; echo deaf; while true; do sleep 0.1; done");
        LogFile log = new LogFile(folder.resolve("child.log"));
        Deadline.in(PATIENCE).meets(() -> log.tail(1).contains("deaf"));

        process.stop(StopSignal.TERM, Duration.ofMillis(200));

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aProcessThatEndedAndThatNobodyCollectedIsNotAlive() {
        ProcessIdentity parent = start("sh -c 'exit 0' & echo $!; exec sleep 600");
        LogFile log = new LogFile(folder.resolve("child.log"));
        Deadline.in(PATIENCE).meets(() -> !log.tail(1).isBlank());
        long pid = Long.parseLong(log.tail(1).strip());

        boolean seenDead = Deadline.in(PATIENCE).meets(() -> ProcessHandle.of(pid)
                .map(ProcessIdentity::of)
                .map(zombie -> !zombie.isAlive())
                .orElse(true));

        assertThat(seenDead).isTrue();
        parent.stop(StopSignal.TERM, PATIENCE);
    }

    private ProcessIdentity start(String script) {
        return ChildProcess.start(List.of("sh", "-c", script), new LogFile(folder.resolve("child.log")));
    }
}
