package dev.tandem.local.launcher;

import dev.tandem.local.launcher.stack.LocalStack;
import dev.tandem.local.launcher.stack.Residents;
import dev.tandem.local.launcher.stack.StackLock;
import dev.tandem.local.launcher.stack.StackOptions;
import dev.tandem.local.launcher.stack.StackSettings;
import dev.tandem.local.launcher.terminal.Progress;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./tandem down}: nothing runs any more. */
@Command(name = "down", description = "Stops the stack that up started. Its data stays.", showDefaultValues = true)
final class DownCommand implements Callable<Integer> {
    @Mixin
    private final StackOptions options = new StackOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        StackSettings settings = options.toSettings();
        return StackLock.holding(settings.folders(), "down", () -> down(settings));
    }

    private int down(StackSettings settings) {
        Residents residents = new Residents(settings.folders());
        try (Progress progress = new Progress(spec.commandLine().getOut())) {
            residents.clean(progress::notice);
            if (residents.all().isEmpty()) {
                progress.print("Nothing runs in " + settings.folders().root());
            }
            new LocalStack(settings, progress, Optional.empty()).stopAll();
            return 0;
        }
    }
}
