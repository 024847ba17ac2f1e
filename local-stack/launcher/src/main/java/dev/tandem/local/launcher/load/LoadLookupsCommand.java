package dev.tandem.local.launcher.load;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.stack.RunningStack;
import dev.tandem.local.launcher.stack.StackOptions;
import dev.tandem.local.launcher.stack.StackSettings;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./tandem load lookups}: recommendations at a fixed rate, and whether every answer was a whole one. */
@Command(
        name = "lookups",
        description = {
            "Asks for recommendations at a fixed rate and prints each second. Ends with 0 only if every answer was a list,",
            "none was mixed from two models (each is held against its version's stored list), and none was from a model",
            "that had been replaced for more than 5 s."
        },
        showDefaultValues = true)
final class LoadLookupsCommand implements Callable<Integer> {
    @Mixin
    private final StackOptions options = new StackOptions();

    @Option(names = "--tenant", defaultValue = "shop", description = "The tenant whose users are asked for.")
    private String tenant = "";

    @Option(names = "--rate", defaultValue = "200", description = "Requests a second.")
    private int rate;

    @Option(names = "--duration", defaultValue = "PT60S", description = "How long, in whole seconds.")
    private Duration duration = Duration.ZERO;

    @Option(names = "--users", defaultValue = "1000", description = "How many users to choose from, the first by id.")
    private int users;

    @Option(names = "--limit", defaultValue = "10", description = "How many items to ask for.")
    private int limit;

    @Option(names = "--seed", defaultValue = "1", description = "Of the choice of users.")
    private long seed;

    @Option(
            names = "--through-outage",
            description = "Takes a 503 for an answer, because the store is stopped meanwhile.")
    private boolean throughOutage;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        StackSettings stack = RunningStack.settings(options.toSettings());
        LookupLoadSettings settings = new LookupLoadSettings(
                URI.create("http://127.0.0.1:" + stack.apiPort()), new TenantId(tenant), rate, duration, limit, seed);
        try (StoredLists stored = StoredLists.open(stack, settings.tenant())) {
            LookupWatch watch = new LookupWatch(settings, throughOutage, line -> {
                out.println(line);
                out.flush();
            });
            return watch.run(stored.users(users), stored::activeVersion, stored::find)
                    ? 0
                    : FailureKind.DEPENDENCY.exitCode();
        }
    }
}
