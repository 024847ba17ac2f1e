package dev.tandem.local.launcher.writer;

import dev.tandem.core.settings.KafkaOptions;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.stack.StackChoice;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./tandem writer}: offers as sentences, each acknowledged. */
@Command(
        name = "writer",
        description = {
            "Takes offers from Kafka, prints what a user would be told, and acknowledges each. An offer that comes again is",
            "acknowledged again, and not printed. The broker remembers how far, in consumer group writer, or writer.TENANT.",
            "Ctrl-C ends it in order."
        },
        showDefaultValues = true)
public final class WriterCommand implements Callable<Integer> {
    @Option(names = "--tenant", description = "Only this tenant's offers; else all.")
    private @Nullable String tenant;

    @Option(
            names = "--from",
            defaultValue = "earliest",
            description = "Where a group begins that the broker does not know: ${COMPLETION-CANDIDATES}.")
    private From from = From.earliest;

    @Option(names = "--duration", description = "How long, as in PT10M; else until Ctrl-C.")
    private @Nullable Duration duration;

    @Option(names = "--quiet", description = "Prints the counts alone.")
    private boolean quiet;

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "How tenants write: a folder of TENANT.properties; else as Tandem does.")
    private @Nullable Path templates;

    @Option(names = "--language", description = "Of all messages, such as en or de; else each tenant's own.")
    private @Nullable String language;

    @Option(
            names = "--acknowledge",
            defaultValue = "once",
            description = "How often; to see what becomes of it otherwise: ${COMPLETION-CANDIDATES}.")
    private Acknowledging acknowledging = Acknowledging.once;

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Mixin
    @SuppressWarnings("UnusedVariable") // it decides the defaults of the other options
    private final StackChoice stack = new StackChoice();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Where to begin. */
    @SuppressWarnings("checkstyle:ConstantName")
    enum From {
        earliest,
        latest
    }

    @Override
    public Integer call() throws InterruptedException {
        OfferWriter.Options options =
                new OfferWriter.Options(Optional.ofNullable(tenant).map(TenantId::new), from.name(), acknowledging);
        Templates texts = Templates.open(Optional.ofNullable(templates), Optional.ofNullable(language));
        Consumer<String> messages = quiet ? message -> {} : this::print;
        try (UntilStopped goesOn = new UntilStopped(Optional.ofNullable(duration))) {
            OfferWriter writer = new OfferWriter(kafka.toSettings(), options, texts, Clock.systemUTC(), messages);
            print(writer.run(goesOn).toString());
        }
        return 0;
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
