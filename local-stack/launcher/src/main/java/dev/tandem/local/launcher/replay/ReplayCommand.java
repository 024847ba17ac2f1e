package dev.tandem.local.launcher.replay;

import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.event.RefusalReason;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.KafkaOptions;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.local.launcher.publishing.TopicPublisher;
import dev.tandem.local.launcher.replay.RejectedTopic.Outcome;
import dev.tandem.local.launcher.stack.StackChoice;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./tandem replay}: refused events once more, as they are or repaired. */
@Command(
        name = "replay",
        description = {
            "Sends refused events to the topic that they were refused from: as they are, after the software was mended, or",
            "from a file in which they were. What was sent or exported once is left out the next time; the broker remembers",
            "it, in consumer groups tandem-replay and tandem-replay.REASON, and this command nothing. A repaired event's",
            "payload may stand in the file as text or as the JSON object itself."
        },
        showDefaultValues = true)
public final class ReplayCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "REJECTED-TOPIC",
            description = "Where refused events are, such as tandem.views.v1.rejected.")
    private String topic = "";

    @Option(names = "--export", paramLabel = "FILE", description = "Writes them to a new file, one a line, instead.")
    private @Nullable Path export;

    @Option(names = "--from", paramLabel = "FILE", description = "Sends those of a file that --export wrote.")
    private @Nullable Path from;

    @Option(names = "--reason", paramLabel = "CODE", description = "Only those refused for it, such as missing_field.")
    private @Nullable String reason;

    @Option(names = "--again", description = "Begins with the first, whether or not they were sent or exported before.")
    private boolean again;

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Mixin
    @SuppressWarnings("UnusedVariable") // it decides the defaults of the other options
    private final StackChoice stack = new StackChoice();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        KafkaSettings settings = kafka.toSettings();
        String original = RejectedTopic.original(topic);
        if (from != null) {
            if (export != null || reason != null || again) {
                throw new TandemException(
                        FailureKind.CONFIGURATION, "--from goes without --export, --reason and --again");
            }
            return sendRepaired(settings, original, from);
        }
        Optional<String> only = Optional.ofNullable(reason).map(ReplayCommand::known);
        try (Outlet outlet =
                export == null ? new OriginalTopic(TopicPublisher.open(settings)) : ExportFile.create(export)) {
            RejectedTopic rejected = new RejectedTopic(settings, topic, this::print);
            Outcome outcome = again ? rejected.handOutAll(only, outlet) : rejected.handOutNew(only, outlet);
            print(text(outcome, export == null ? "sent to " + original : "written to " + export));
            return 0;
        }
    }

    private int sendRepaired(KafkaSettings settings, String original, Path file) throws InterruptedException {
        NdjsonFile lines = new NdjsonFile(file, RefusedEvent.MAX_BYTES);
        AtomicLong bad = new AtomicLong();
        try (TopicPublisher publisher = TopicPublisher.open(settings)) {
            lines.forEachLine((number, line) -> {
                try {
                    publisher.publish(RefusedEvent.parse(line, null, original).message());
                } catch (EventRefusal refusal) {
                    bad.incrementAndGet();
                    print("line %d: %s".formatted(number, refusal.getMessage()));
                }
            });
            publisher.flush();
            print(String.format(
                    Locale.ROOT,
                    "%,d read from %s: %,d sent to %s, %,d bad lines. Nobody remembers this: what is sent again is there"
                            + " twice, though events with an id or a time of their own count once",
                    publisher.acknowledged() + bad.get(),
                    file,
                    publisher.acknowledged(),
                    original,
                    bad.get()));
        }
        return bad.get() == 0 ? 0 : FailureKind.INPUT.exitCode();
    }

    private static String known(String reason) {
        return Arrays.stream(RefusalReason.values())
                .map(RefusalReason::code)
                .filter(reason::equals)
                .findFirst()
                .orElseThrow(() -> TandemException.invalid(
                        "--reason",
                        reason,
                        Arrays.stream(RefusalReason.values())
                                .map(RefusalReason::code)
                                .collect(Collectors.joining(", "))));
    }

    private String text(Outcome outcome, String where) {
        long count =
                outcome.taken().values().stream().mapToLong(Long::longValue).sum();
        String text = String.format(
                Locale.ROOT,
                "%,d read from %s: %,d %s%s, %,d left out, %,d unreadable.",
                outcome.read(),
                topic,
                count,
                where,
                count == 0 ? "" : " " + outcome.taken(),
                outcome.skipped(),
                outcome.unreadable());
        return text + " The broker remembers it in group " + ReplayPositions.GROUP
                + (reason == null ? "" : "." + reason) + "; --again begins with the first";
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
