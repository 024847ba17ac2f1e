package dev.tandem.local.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The greatest memory that a launcher and all below it held together, looked at once a second; where there is /proc. */
public final class MemoryWatch implements AutoCloseable {
    private static final long BYTES_IN_KIB = 1_024;
    private static final long LOOK_MILLIS = 1_000;

    private final AtomicLong peak = new AtomicLong();
    private final Thread watch = new Thread(this::watch, "memory-watch");

    public MemoryWatch() {
        watch.setDaemon(true);
        watch.start();
    }

    /** The peak so far in bytes; empty where memory cannot be looked at. */
    public OptionalLong peak() {
        long bytes = peak.get();
        return bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    /** The memory in bytes of a process and all below it, shared pages divided among those who share them; 0 if unknown. */
    static long of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(each -> proportionalKib(each.pid()) * BYTES_IN_KIB)
                .sum();
    }

    @Override
    public void close() {
        watch.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                peak.accumulateAndGet(of(ProcessHandle.current()), Math::max);
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long proportionalKib(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        return value(folder.resolve("smaps_rollup"), "Pss:")
                .orElseGet(() -> value(folder.resolve("status"), "VmRSS:").orElse(0));
    }

    private static OptionalLong value(Path file, String key) {
        try {
            List<String> lines = Files.isReadable(file) ? Files.readAllLines(file) : List.of();
            return lines.stream()
                    .filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            // The process ended between the look at its folder and this one.
            return OptionalLong.empty();
        }
    }
}
