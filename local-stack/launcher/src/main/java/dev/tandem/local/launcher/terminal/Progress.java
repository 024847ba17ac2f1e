package dev.tandem.local.launcher.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Prints one line for each step of a long command, with its time; plain text, so that it reads as well in a file. */
public final class Progress implements AutoCloseable {
    private static final long LONG_STEP_MILLIS = 1_000;

    private final PrintWriter out;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });

    public Progress(PrintWriter out) {
        this.out = out;
    }

    /** A step, which says in the end what it brought about. */
    @FunctionalInterface
    public interface Step {
        String run() throws InterruptedException;
    }

    /** Runs a step; one that takes long is announced before it is done. Steps may run at the same time. */
    public void step(String title, String doing, Step step) throws InterruptedException {
        long begin = System.nanoTime();
        ScheduledFuture<?> announcement = clock.schedule(
                () -> print("  %-24s %s …".formatted(title, doing)), LONG_STEP_MILLIS, TimeUnit.MILLISECONDS);
        boolean done = false;
        try {
            String result = step.run();
            announcement.cancel(false);
            print(line("✓", title, result, begin));
            done = true;
        } finally {
            announcement.cancel(false);
            if (!done) {
                print(line("✗", title, "", begin));
            }
        }
    }

    /** Something that a person should know. */
    public void notice(String text) {
        print("! " + text);
    }

    /** A line as it is. */
    public synchronized void print(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private static String line(String sign, String title, String result, long begin) {
        double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1_000.0;
        return String.format(Locale.ROOT, "%s %-24s %-44s %6.1f s", sign, title, result, seconds);
    }
}
