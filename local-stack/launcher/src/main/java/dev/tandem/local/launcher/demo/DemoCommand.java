package dev.tandem.local.launcher.demo;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.local.launcher.smoke.StackSmoke;
import dev.tandem.local.launcher.smoke.StoreCounts;
import dev.tandem.local.launcher.stack.LocalStack;
import dev.tandem.local.launcher.stack.MemoryWatch;
import dev.tandem.local.launcher.stack.Residents;
import dev.tandem.local.launcher.stack.StackLock;
import dev.tandem.local.launcher.stack.StackOptions;
import dev.tandem.local.launcher.stack.StackSettings;
import dev.tandem.local.launcher.terminal.Progress;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.ProcessRecord;
import dev.tandem.local.services.server.DataFolder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./tandem demo}: everything, in the foreground, until Ctrl-C. */
@Command(
        name = "demo",
        description = "Starts everything, makes a synthetic shop, runs the batch jobs and serves recommendations until"
                + " Ctrl-C. What an earlier demo has done is not done again.",
        showDefaultValues = true)
public final class DemoCommand implements Callable<Integer> {
    private static final long LOOK_MILLIS = 500;
    private static final int INTERRUPTED = 130;
    private static final long MIB = 1L << 20;

    @Mixin
    private final StackOptions options = new StackOptions();

    @Option(names = "--once", description = "Runs the smoke check, stops everything and ends with its result.")
    private boolean once;

    @Option(names = "--fresh", description = "Deletes all data of this folder's stack first.")
    private boolean fresh;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Instant begin = Instant.now();
        StackSettings settings = options.toSettings();
        return StackLock.holding(settings.folders(), "demo", () -> demo(settings, begin));
    }

    private int demo(StackSettings settings, Instant begin) throws InterruptedException {
        try (Progress progress = new Progress(spec.commandLine().getOut());
                MemoryWatch memory = new MemoryWatch()) {
            Residents residents = new Residents(settings.folders());
            residents.clean(progress::notice);
            requireNothingInBackground(residents);
            LocalStack stack = new LocalStack(settings, progress, Optional.of(ProcessIdentity.current()));
            stack.requireFreePorts(Residents.SERVING);
            if (fresh) {
                deleteData(settings);
            }
            Thread hook = new Thread(() -> stop(stack, progress, memory), "stop-demo");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                return run(stack, progress, begin);
            } catch (TandemException e) {
                if (stack.isStopping()) {
                    progress.print("Interrupted");
                    return INTERRUPTED;
                }
                throw e;
            } finally {
                stop(stack, progress, memory);
            }
        }
    }

    private int run(LocalStack stack, Progress progress, Instant begin) throws InterruptedException {
        new Demo(stack, progress).prepare(begin);
        progress.print("Ready after %.1f s. Try:"
                .formatted(Duration.between(begin, Instant.now()).toMillis() / 1_000.0));
        try (StoreCounts stores = StoreCounts.open(stack.settings(), Demo.TENANT)) {
            new ThingsToTry(stack.api()).lines(stores.busiestUser()).forEach(progress::print);
        }
        progress.print("");
        progress.print("  API documentation: " + stack.api().resolve("/docs"));
        if (once) {
            progress.print("");
            boolean isWell = StackSmoke.run(stack.settings(), Demo.TENANT, progress::print);
            return isWell ? 0 : FailureKind.DEPENDENCY.exitCode();
        }
        progress.print("Ctrl-C stops everything.");
        while (!stack.isStopping()) {
            Thread.sleep(LOOK_MILLIS);
            stack.requireAllAlive();
        }
        return 0;
    }

    private static void stop(LocalStack stack, Progress progress, MemoryWatch memory) {
        if (stack.stop()) {
            memory.peak()
                    .ifPresent(bytes -> progress.print("Peak memory of all processes: %,d MiB".formatted(bytes / MIB)));
        }
    }

    private static void requireNothingInBackground(Residents residents) {
        List<ProcessRecord> running = residents.inBackground();
        if (!running.isEmpty()) {
            throw new TandemException(
                    FailureKind.CONFIGURATION,
                    "A stack that ./tandem up started runs in %s (%s). End it with ./tandem down, or name another folder"
                                    .formatted(
                                            residents.folders().root(),
                                            running.stream()
                                                    .map(ProcessRecord::name)
                                                    .collect(Collectors.joining(", ")))
                            + " with --var-dir and other ports");
        }
    }

    private static void deleteData(StackSettings settings) {
        try {
            DataFolder.delete(settings.folders().root().resolve("data"));
            DataFolder.delete(settings.folders().root().resolve("models"));
            // They tell how far the topics were read that are gone now.
            DataFolder.delete(settings.folders().root().resolve(StackSettings.CHECKPOINTS));
        } catch (IOException e) {
            throw new TandemException(FailureKind.CONFIGURATION, "Cannot delete the data: " + e, e);
        }
    }
}
