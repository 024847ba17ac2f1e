package dev.tandem.local.launcher;

import dev.tandem.local.launcher.stack.Residents;
import dev.tandem.local.launcher.stack.StackOptions;
import dev.tandem.local.launcher.stack.StatusTable;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./tandem status}: what runs, and how it fares. */
@Command(name = "status", description = "Shows what runs, where, for how long and in how much memory.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private final StackOptions options = new StackOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Residents residents = new Residents(options.folders());
        PrintWriter out = spec.commandLine().getOut();
        if (residents.all().isEmpty()) {
            out.println("Nothing runs in %s; start with ./tandem up or ./tandem demo"
                    .formatted(residents.folders().root()));
        } else {
            StatusTable.of(residents.all(), Instant.now()).forEach(out::println);
        }
        out.flush();
        return 0;
    }
}
