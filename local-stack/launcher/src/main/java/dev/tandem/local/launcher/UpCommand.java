package dev.tandem.local.launcher;

import dev.tandem.local.launcher.stack.LocalStack;
import dev.tandem.local.launcher.stack.Residents;
import dev.tandem.local.launcher.stack.StackLock;
import dev.tandem.local.launcher.stack.StackOptions;
import dev.tandem.local.launcher.stack.StackSettings;
import dev.tandem.local.launcher.terminal.Progress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./tandem up}: the stack in the background. */
@Command(
        name = "up",
        description = "Starts PostgreSQL, Kafka, Cassandra, the API and the streaming job in the background. Their data"
                + " stays.",
        showDefaultValues = true)
final class UpCommand implements Callable<Integer> {
    @Mixin
    private final StackOptions options = new StackOptions();

    @Option(names = "--without-streaming", description = "Leaves out the streaming job, and its memory.")
    private boolean withoutStreaming;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        StackSettings settings = options.toSettings();
        return StackLock.holding(settings.folders(), "up", () -> up(settings));
    }

    private int up(StackSettings settings) throws InterruptedException {
        Residents residents = new Residents(settings.folders());
        try (Progress progress = new Progress(spec.commandLine().getOut())) {
            residents.clean(progress::notice);
            List<String> wanted = withoutStreaming ? Residents.SERVING_WITHOUT_STREAMING : Residents.SERVING;
            if (residents.runsInBackground(wanted)) {
                progress.print("The stack is up already; see ./tandem status");
                return 0;
            }
            LocalStack stack = new LocalStack(settings, progress, Optional.empty());
            stack.requireFreePorts(wanted);
            start(stack, wanted);
            progress.print("Up: %s; end it with ./tandem down, look at it with ./tandem status".formatted(stack.api()));
            return 0;
        }
    }

    /** Starts all or, where that fails or is interrupted, leaves running what ran before and nothing else. */
    private static void start(LocalStack stack, List<String> wanted) throws InterruptedException {
        Thread undo = new Thread(stack::stop, "stop-stack");
        Runtime.getRuntime().addShutdownHook(undo);
        boolean done = false;
        try {
            stack.startServers();
            if (wanted.contains(Residents.STREAMING)) {
                stack.startApiAndStreaming();
            } else {
                stack.startApi();
            }
            done = Runtime.getRuntime().removeShutdownHook(undo);
        } finally {
            if (!done) {
                stack.stop();
            }
        }
    }
}
