package dev.tandem.local.launcher.load;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.settings.Secret;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.load.StoredViews.Count;
import dev.tandem.local.launcher.publishing.TopicPublisher;
import dev.tandem.local.launcher.stack.RunningStack;
import dev.tandem.local.launcher.stack.StackOptions;
import dev.tandem.local.launcher.stack.StackSettings;
import dev.tandem.local.services.contract.CassandraContract;
import dev.tandem.local.services.server.PostgresServer;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--tenant", defaultValue = "shop", description = "The tenant whose users look at its items.")
    private String tenant = "";

    @Option(names = "--through", defaultValue = "http", description = "The way in: ${COMPLETION-CANDIDATES}.")
    private Way through = Way.http;

    @Option(names = "--rate", defaultValue = "100", description = "Views a second; 0 is as fast as possible.")
    private int rate;

    @Option(names = "--duration", defaultValue = "PT60S", description = "How long, in whole seconds; goes with a rate.")
    private Duration duration = Duration.ZERO;

    @Option(names = "--count", description = "How many, in place of a duration.")
    private @Nullable Integer count;

    @Option(names = "--batch", defaultValue = "1", description = "Views a request, 500 at the most.")
    private int batch;

    @Option(names = "--connections", defaultValue = "16", description = "Requests under way at once at the most.")
    private int connections;

    @Option(names = "--users", defaultValue = "1000", description = "How many users to choose from, the first by id.")
    private int users;

    @Option(names = "--items", defaultValue = "1000", description = "How many items, those bought most often.")
    private int items;

    @Option(names = "--seed", defaultValue = "1", description = "Of the choice; views' ids are load-<seed>-<number>.")
    private long seed;

    @Option(
            names = "--patience",
            defaultValue = "PT2M",
            description = "How long a view is sent again that was not taken, and stored views are waited for.")
    private Duration patience = Duration.ZERO;

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
        ViewLoadSettings settings = new ViewLoadSettings(new TenantId(tenant), rate, count(), batch, seed);
        PostgresSettings postgres =
                new PostgresSettings(stack.postgres().url(StackSettings.STORE), PostgresServer.USER, new Secret(""));
        ShopIds ids = ShopIds.read(postgres, settings.tenant(), users, items);
        ViewTraffic traffic = new ViewTraffic(settings, ids, Clock.systemUTC());
        Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        BitSet acknowledged;
        try (ViewOutlet outlet = outlet(stack, settings.tenant())) {
            acknowledged = new ViewLoad(settings, traffic, outlet, this::print).run();
        }
        boolean isStored = !countStored || isStored(stack, settings, ids, traffic, acknowledged, begin);
        boolean isWell = isStored && acknowledged.cardinality() == settings.count();
        return isWell ? 0 : FailureKind.DEPENDENCY.exitCode();
    }

    private int count() {
        if (count != null) {
            return count;
        }
        if (rate == 0) {
            throw new TandemException(FailureKind.CONFIGURATION, "--rate=0 needs --count to have an end");
        }
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, rate * duration.toSeconds()));
    }

    private ViewOutlet outlet(StackSettings stack, TenantId of) {
        return switch (through) {
            case http -> new HttpViews(URI.create("http://127.0.0.1:" + stack.apiPort()), of, connections, patience);
            case kafka ->
                new KafkaViews(
                        TopicPublisher.open(new KafkaSettings(stack.kafka().address())));
        };
    }

    private boolean isStored(
            StackSettings stack,
            ViewLoadSettings settings,
            ShopIds ids,
            ViewTraffic traffic,
            BitSet acknowledged,
            Instant begin)
            throws InterruptedException {
        Instant end = Instant.now();
        try (CqlSession cassandra = CassandraContract.session(stack.cassandra())) {
            cassandra.execute("USE " + StackSettings.STORE);
            StoredViews stored = new StoredViews(cassandra, settings, ids.users(), begin);
            boolean all = stored.awaitStored(traffic, acknowledged, patience);
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
