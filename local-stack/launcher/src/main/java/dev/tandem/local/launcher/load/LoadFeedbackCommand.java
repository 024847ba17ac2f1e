package dev.tandem.local.launcher.load;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.local.launcher.load.HttpEvents.Receiver;
import dev.tandem.local.launcher.publishing.TopicPublisher;
import dev.tandem.local.launcher.stack.RunningStack;
import dev.tandem.local.launcher.stack.StackOptions;
import dev.tandem.local.launcher.stack.StackSettings;
import dev.tandem.local.services.contract.CassandraContract;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.BitSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./tandem load feedback}: a shop's feedback at a fixed rate, and whether every critical one was answered once. */
@Command(
        name = "feedback",
        description = {
            "Sends feedback of the tenant's own users about its items, made up or from a file, and prints each second. Ends with",
            "5 if the broker did not acknowledge all and, with --count-answered, with 4 if a critical one has no offer, has",
            "different ones, or one that nobody acknowledged."
        },
        showDefaultValues = true)
final class LoadFeedbackCommand implements Callable<Integer> {
    @Mixin
    private final StackOptions options = new StackOptions();

    @Mixin
    private final EventLoadOptions load = new EventLoadOptions();

    @Option(names = "--through", defaultValue = "http", description = "The way in: ${COMPLETION-CANDIDATES}.")
    private Way through = Way.http;

    @Option(
            names = "--scores",
            defaultValue = "1:10,2:10,3:12,4:22,5:46",
            description = "How often each score comes among those that are made up.")
    private String scores = "";

    @Option(
            names = "--file",
            description = "A CSV file of reviews, plain or .gz, with the columns Clothing ID, Review Text and Rating;"
                    + " from its beginning again where it has too few.")
    private @Nullable Path file;

    @Option(
            names = "--keep-items",
            description = "Leaves the items of a file their ids; else each stands for one of the tenant's.")
    private boolean keepItems;

    @Option(
            names = "--run",
            description =
                    "Part of the ids, load-<seed>-<run>-<number>: the same run again is the same feedback. By default"
                            + " the time of the begin.")
    private @Nullable String run;

    @Option(names = "--count-answered", description = "Waits until each critical one that was accepted is answered.")
    private boolean countAnswered;

    @Option(names = "--no-acks", description = "Does not wait for acknowledgements, where no writer runs.")
    private boolean noAcks;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** How feedback gets in. */
    @SuppressWarnings("checkstyle:ConstantName")
    enum Way {
        http,
        kafka
    }

    @Override
    public Integer call() throws InterruptedException {
        StackSettings stack = RunningStack.settings(options.toSettings());
        EventLoadSettings settings = load.toSettings();
        KafkaSettings kafka = new KafkaSettings(stack.kafka().address());
        FeedbackTraffic traffic = traffic(stack, settings);
        if (!countAnswered) {
            return code(send(stack, settings, traffic, kafka), settings);
        }
        try (OfferWatch watch = OfferWatch.begin(kafka, settings.tenant(), traffic.prefix())) {
            BitSet accepted = send(stack, settings, traffic, kafka);
            FeedbackAnswers answers = answers(stack, settings, traffic, accepted, watch);
            answers.lines(traffic.prefix()).forEach(this::print);
            return answers.isExact() ? code(accepted, settings) : FailureKind.QUALITY_GATE.exitCode();
        }
    }

    private FeedbackTraffic traffic(StackSettings stack, EventLoadSettings settings) {
        Clock clock = Clock.systemUTC();
        Reviews reviews = file == null ? new MadeUpReviews(scores) : ReviewFile.read(file, settings.count());
        String name = run == null ? Long.toString(clock.millis(), Character.MAX_RADIX) : run;
        FeedbackTraffic traffic = new FeedbackTraffic(settings, name, load.ids(stack), reviews, clock);
        return keepItems ? traffic.keepingItems() : traffic;
    }

    /** The numbers of those that the broker has. */
    private BitSet send(StackSettings stack, EventLoadSettings settings, FeedbackTraffic traffic, KafkaSettings kafka)
            throws InterruptedException {
        try (EventOutlet<NumberedFeedback> outlet =
                switch (through) {
                    case http -> load.http(stack, Receiver.FEEDBACK);
                    case kafka -> KafkaFeedback.open(TopicPublisher.open(kafka));
                }) {
            return new EventLoad<>(settings, traffic::next, outlet, this::print).run();
        }
    }

    private FeedbackAnswers answers(
            StackSettings stack, EventLoadSettings settings, FeedbackTraffic traffic, BitSet accepted, OfferWatch watch)
            throws InterruptedException {
        Instant end = Instant.now().plus(load.patience());
        BitSet critical = traffic.critical();
        critical.and(accepted);
        BitSet answered = watch.await(critical, end).answered();
        answered.and(critical);
        BitSet acknowledged = noAcks ? null : acknowledged(stack, settings, traffic, answered, end);
        // Once more, for what came twice meanwhile.
        return new FeedbackAnswers(settings.count(), accepted, critical, watch.await(critical, end), acknowledged);
    }

    private static BitSet acknowledged(
            StackSettings stack, EventLoadSettings settings, FeedbackTraffic traffic, BitSet answered, Instant end)
            throws InterruptedException {
        try (CqlSession cassandra = CassandraContract.session(stack.cassandra())) {
            cassandra.execute("USE " + StackSettings.STORE);
            return new StoredAcknowledgements(cassandra, settings.tenant(), traffic.prefix()).await(answered, end);
        } catch (DriverException e) {
            throw new TandemException(
                    FailureKind.DEPENDENCY, "Cassandra does not answer; start the stack with ./tandem up", e);
        }
    }

    private static int code(BitSet accepted, EventLoadSettings settings) {
        return accepted.cardinality() == settings.count() ? 0 : FailureKind.DEPENDENCY.exitCode();
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
