package dev.tandem.local.launcher.bench;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.local.launcher.job.JobProcess;
import dev.tandem.local.launcher.job.PassedOn;
import dev.tandem.local.services.process.LogFile;
import dev.tandem.local.services.server.StackFolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./tandem bench NAME}: a benchmark, as a table and as JSON. */
@Command(name = "bench", description = "Measures ways of doing one thing side by side; prints medians and ratios.")
public final class BenchCommand implements Callable<Integer> {
    private static final String DEFAULT_MEMORY = "4g";
    private static final int QUOTED_LINES = 12;

    @Mixin
    private final PassedOn words;

    private final Clock clock;

    @Option(names = "--memory", defaultValue = DEFAULT_MEMORY, description = "The benchmark's greatest heap.")
    private String memory = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    private BenchCommand(PassedOn words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    /** The command, ready to be added to another; its stack is that of {@link PassedOn}. */
    public static CommandLine commandLine(
            StackFolders folders, Supplier<Map<String, String>> stackEnvironment, Clock clock) {
        return PassedOn.commandLine(new BenchCommand(new PassedOn(folders, stackEnvironment), clock));
    }

    @Override
    public Integer call() throws InterruptedException {
        return words.run(spec.commandLine().getOut(), BenchCommand::printUsage, this::run);
    }

    private int run(String name, List<String> arguments) throws InterruptedException {
        Benchmark benchmark = Benchmark.of(name);
        return arguments.contains("--help")
                ? JobProcess.start(process(benchmark, List.of("--help")).inheritIO())
                        .waitFor()
                : measure(benchmark, arguments, spec.commandLine().getOut());
    }

    private int measure(Benchmark benchmark, List<String> arguments, PrintWriter out) throws InterruptedException {
        Instant startedAt = clock.instant();
        LogFile log = words.folders().log("bench-" + benchmark.id());
        log.begin();
        List<Measurement> measurements = new ArrayList<>();
        int exitCode = follow(process(benchmark, arguments), log, line -> {
            out.println(line);
            out.flush();
            measurements.add(line);
        });
        if (exitCode != 0 || measurements.isEmpty()) {
            out.printf(
                    "The benchmark ended with exit code %d; %s has more:%n%s%n",
                    exitCode, log.path(), log.tail(QUOTED_LINES));
            return exitCode == 0 ? FailureKind.INTERNAL.exitCode() : exitCode;
        }
        out.println();
        Comparison.of(benchmark.yardsticks(), measurements).table().forEach(out::println);
        List<String> settings = new ArrayList<>(arguments);
        settings.add("--memory=" + memory);
        Path file = words.folders().root().resolve("bench").resolve(benchmark.id() + ".json");
        BenchReport.of(benchmark, settings, startedAt, measurements).write(file);
        out.printf("%nMedians of interleaved rounds; × is the multiple of the yardstick. All of it: %s%n", file);
        return 0;
    }

    private ProcessBuilder process(Benchmark benchmark, List<String> arguments) {
        return words.process(memory).prepare(benchmark.module(), benchmark.mainClass(), arguments);
    }

    private static int follow(ProcessBuilder builder, LogFile log, Consumer<Measurement> taker)
            throws InterruptedException {
        Process process = JobProcess.start(
                builder.redirectError(Redirect.appendTo(log.path().toFile())));
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Measurement.parse(line).ifPresent(taker);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what the benchmark prints", e);
        }
        return process.waitFor();
    }

    private static void printUsage(PrintWriter out) {
        out.println("Usage: tandem bench NAME [--key=value …]");
        out.println(
                "Measures ways of doing one thing side by side, in interleaved rounds, and prints medians and ratios.");
        out.println();
        for (Benchmark benchmark : Benchmark.values()) {
            out.printf("  %-24s %s%n", benchmark.id(), benchmark.summary());
        }
        out.println();
        out.printf("  --memory=SIZE            the benchmark's greatest heap (default %s)%n", DEFAULT_MEMORY);
        out.println("  --var-dir=DIR            the folder of the stack that is meant; else var in the checkout");
        out.println("  NAME --help              the settings of a benchmark");
    }
}
