package dev.tandem.local.launcher.load;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.local.launcher.load.HttpEvents.Receiver;
import dev.tandem.local.launcher.stack.RunningStack;
import dev.tandem.local.launcher.stack.StackOptions;
import dev.tandem.local.launcher.stack.StackSettings;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.BitSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./tandem load orders}: a shop's orders at a fixed rate, and whether every one was taken. */
@Command(
        name = "orders",
        description = {
            "Sends orders of the tenant's own users and items over the API, popular items more often, and prints each second.",
            "Ends with 0 only if the broker acknowledged all of them. The same seed makes the same orders again, at other times."
        },
        showDefaultValues = true)
final class LoadOrdersCommand implements Callable<Integer> {
    @Mixin
    private final StackOptions options = new StackOptions();

    @Mixin
    private final EventLoadOptions load = new EventLoadOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        StackSettings stack = RunningStack.settings(options.toSettings());
        EventLoadSettings settings = load.toSettings();
        OrderTraffic traffic = new OrderTraffic(settings, load.ids(stack), Clock.systemUTC());
        try (HttpEvents<NumberedOrder> outlet = load.http(stack, Receiver.EVENTS)) {
            BitSet acknowledged = new EventLoad<>(settings, traffic::next, outlet, this::print).run();
            return acknowledged.cardinality() == settings.count() ? 0 : FailureKind.DEPENDENCY.exitCode();
        }
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
