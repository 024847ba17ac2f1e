package dev.tandem.local.launcher;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.smoke.StackSmoke;
import dev.tandem.local.launcher.stack.RunningStack;
import dev.tandem.local.launcher.stack.StackOptions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./tandem smoke}: the end-to-end check of a running stack. */
@Command(
        name = "smoke",
        description = "Checks a running stack end to end; ends with 0 only if all is well.",
        showDefaultValues = true)
final class SmokeCommand implements Callable<Integer> {
    @Mixin
    private final StackOptions options = new StackOptions();

    @Option(names = "--tenant", defaultValue = "shop", description = "The tenant to look at.")
    private String tenant = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        boolean isWell = StackSmoke.run(RunningStack.settings(options.toSettings()), new TenantId(tenant), line -> {
            out.println(line);
            out.flush();
        });
        return isWell ? 0 : FailureKind.DEPENDENCY.exitCode();
    }
}
