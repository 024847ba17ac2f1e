package dev.tandem.local.launcher.load;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.local.launcher.load.HttpEvents.Receiver;
import dev.tandem.local.launcher.load.StoredViews.Count;
import dev.tandem.local.launcher.publishing.TopicPublisher;
import dev.tandem.local.launcher.stack.RunningStack;
import dev.tandem.local.launcher.stack.StackOptions;
import dev.tandem.local.launcher.stack.StackSettings;
import dev.tandem.local.services.contract.CassandraContract;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./tandem load views}: a shop's views at a fixed rate, and whether every one was stored once. */
@Command(
        name = "views",
        description = {
            "Sends views of the tenant's own users and items, popular items more often, and prints each second. Ends with 0",
            "only if the broker acknowledged all and, with --count-stored, Cassandra has each of those once."
        },
        showDefaultValues = true)
final class LoadViewsCommand implements Callable<Integer> {
    @Mixin
    private final StackOptions options = new StackOptions();

    @Mixin
    private final EventLoadOptions load = new EventLoadOptions();

    @Option(names = "--through", defaultValue = "http", description = "The way in: ${COMPLETION-CANDIDATES}.")
    private Way through = Way.http;

    @Option(
            names = "--count-stored",
            description = "Waits until the acknowledged views are in Cassandra; counts lost and doubled ones.")
    private boolean countStored;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** How views get in. */
    @SuppressWarnings("checkstyle:ConstantName")
    enum Way {
        http,
        kafka
    }

    @Override
    public Integer call() throws InterruptedException {
        StackSettings stack = RunningStack.settings(options.toSettings());
        EventLoadSettings settings = load.toSettings();
        ShopIds ids = load.ids(stack);
        ViewTraffic traffic = new ViewTraffic(settings, ids, Clock.systemUTC());
        Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        BitSet acknowledged;
        try (EventOutlet<NumberedView> outlet = outlet(stack)) {
            acknowledged = new EventLoad<>(settings, traffic::next, outlet, this::print).run();
        }
        boolean isStored = !countStored || isStored(stack, settings, ids, traffic, acknowledged, begin);
        boolean isWell = isStored && acknowledged.cardinality() == settings.count();
        return isWell ? 0 : FailureKind.DEPENDENCY.exitCode();
    }

    private EventOutlet<NumberedView> outlet(StackSettings stack) {
        return switch (through) {
            case http -> load.http(stack, Receiver.EVENTS);
            case kafka ->
                new KafkaViews(
                        TopicPublisher.open(new KafkaSettings(stack.kafka().address())));
        };
    }

    private boolean isStored(
            StackSettings stack,
            EventLoadSettings settings,
            ShopIds ids,
            ViewTraffic traffic,
            BitSet acknowledged,
            Instant begin)
            throws InterruptedException {
        Instant end = Instant.now();
        try (CqlSession cassandra = CassandraContract.session(stack.cassandra())) {
            cassandra.execute("USE " + StackSettings.STORE);
            StoredViews stored = new StoredViews(cassandra, settings, ids.users(), begin);
            boolean all = stored.awaitStored(traffic, acknowledged, load.patience());
            double waited = Duration.between(end, Instant.now()).toMillis() / 1e3;
            Count counted = stored.count(acknowledged);
            print(String.format(
                    Locale.ROOT,
                    "%s; %s %.1f s after the last acknowledgement",
                    counted,
                    all ? "all were stored" : "not all were stored",
                    waited));
            return counted.isExact();
        } catch (DriverException e) {
            throw new TandemException(
                    FailureKind.DEPENDENCY, "Cassandra does not answer; start the stack with ./tandem up", e);
        }
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
