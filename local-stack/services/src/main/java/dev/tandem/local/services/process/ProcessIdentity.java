package dev.tandem.local.services.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One run of a program, told by its start from a later one that was given the same pid. */
public record ProcessIdentity(long pid, Instant startedAt) {
    /** The system tells the start of a process to the second, and its clock may be set meanwhile. */
    private static final Duration START_PLAY = Duration.ofSeconds(2);

    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    public static ProcessIdentity of(ProcessHandle handle) {
        return new ProcessIdentity(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
    }

    /** This very process. */
    public static ProcessIdentity current() {
        return of(ProcessHandle.current());
    }

    /** Whether the program still runs; one that has ended but was not yet collected by its parent does not. */
    public boolean isAlive() {
        return handle().isPresent();
    }

    /** Asks the program to end and, when it has not done so in time, ends it. */
    public void stop(StopSignal signal, Duration patience) {
        Optional<ProcessHandle> running = handle();
        if (running.isEmpty()) {
            return;
        }
        switch (signal) {
            case TERM -> running.get().destroy();
            case INT -> interrupt();
        }
        if (!Deadline.in(patience).meets(() -> !isAlive())) {
            running.get().destroyForcibly();
            Deadline.in(AFTER_KILL).meets(() -> !isAlive());
        }
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(running -> !isZombie())
                .filter(running -> running.info()
                        .startInstant()
                        .map(start -> Duration.between(start, startedAt).abs().compareTo(START_PLAY) <= 0)
                        .orElse(false));
    }

    private boolean isZombie() {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String line = Files.exists(stat) ? Files.readString(stat) : "";
            int state = line.lastIndexOf(')') + 2;
            return state > 1 && state < line.length() && line.charAt(state) == 'Z';
        } catch (IOException e) {
            return false;
        }
    }

    private void interrupt() {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + pid).start().waitFor();
        } catch (IOException e) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
