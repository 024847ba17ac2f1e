package dev.tandem.local.launcher.replay;

import dev.tandem.core.event.EventFields;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.settings.KafkaOptions;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.publishing.Pace;
import dev.tandem.local.launcher.publishing.Ticker;
import dev.tandem.local.launcher.publishing.TopicPublisher;
import dev.tandem.local.launcher.stack.StackChoice;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./tandem replay-views}: a file's views, published as if they happened now. */
@Command(
        name = "replay-views",
        description = {
            "Publishes the views of a file with the current time, one JSON object a line, plain or gzipped: either",
            "{\"event\":\"ProductView\",\"messageid\":…,\"userid\":…,\"properties\":{\"productid\":…}} to topic product_views, or",
            "{\"user_id\":…,\"item_id\":…} to tandem.views.v1; the first view says which. Bad lines are shown and left out;",
            "with one of them, and with nothing else amiss, it ends with 3."
        },
        showDefaultValues = true)
public final class ReplayViewsCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    @Parameters(paramLabel = "FILE", description = "The views.")
    private Path file = Path.of("");

    @Option(names = "--rate", defaultValue = "1", description = "Views a second; 0 is as fast as possible.")
    private int rate;

    @Option(
            names = "--loop",
            description = "Begins anew at the end of the file until Ctrl-C, each time with other ids for the views.")
    private boolean loop;

    @Option(names = "--tenant", defaultValue = "shop", description = "The tenant of views that name none.")
    private String tenant = "";

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Mixin
    @SuppressWarnings("UnusedVariable") // it decides the defaults of the other options
    private final StackChoice stack = new StackChoice();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        NdjsonFile views = new NdjsonFile(file, EventFields.MAX_BYTES);
        Pace pace = new Pace(rate);
        try (TopicPublisher publisher = TopicPublisher.open(kafka.toSettings())) {
            ViewReplay replay = new ViewReplay(views, new TenantId(tenant), publisher, Clock.systemUTC(), this::print);
            new Ticker(BETWEEN_LINES, () -> print(line(pace, replay)))
                    .during(() -> replay.run(pace, loop ? Long.MAX_VALUE : 1));
            print(line(pace, replay));
            return replay.badLines() == 0 ? 0 : FailureKind.INPUT.exitCode();
        }
    }

    private static String line(Pace pace, ViewReplay replay) {
        return "%4d s  %s".formatted(pace.elapsed().toSeconds(), replay.progress());
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
