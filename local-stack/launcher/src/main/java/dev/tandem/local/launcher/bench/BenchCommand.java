package dev.tandem.local.launcher.bench;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.local.launcher.job.JobProcess;
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
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./tandem bench NAME}: a benchmark, as a table and as JSON. */
@Command(name = "bench", description = "Measures ways of doing one thing side by side; prints medians and ratios.")
public final class BenchCommand implements Callable<Integer> {
    private static final String MEMORY_OPTION = "--memory";
    private static final String DEFAULT_MEMORY = "4g";
    private static final int QUOTED_LINES = 12;

    private final StackFolders folders;
    private final Supplier<Map<String, String>> stackEnvironment;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME [--key=value …]",
            arity = "0..*",
            description = "The benchmark and what it is given; NAME --help lists its settings.")
    private List<String> words = new ArrayList<>();

    /**
     * The command, ready to be added to another.
     *
     * @param stackEnvironment the addresses of the running local servers as {@code TANDEM_…} variables
     */
    public static CommandLine commandLine(
            StackFolders folders, Supplier<Map<String, String>> stackEnvironment, Clock clock) {
        return new CommandLine(new BenchCommand(folders, stackEnvironment, clock))
                .setUnmatchedOptionsArePositionalParams(true);
    }

    private BenchCommand(StackFolders folders, Supplier<Map<String, String>> stackEnvironment, Clock clock) {
        this.folders = folders;
        this.stackEnvironment = stackEnvironment;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (words.isEmpty() || words.get(0).equals("--help") || words.get(0).equals("-h")) {
            printUsage(out);
            return words.isEmpty() ? FailureKind.CONFIGURATION.exitCode() : 0;
        }
        Benchmark benchmark = Benchmark.of(words.get(0));
        List<String> arguments = words.subList(1, words.size());
        return arguments.contains("--help") ? help(benchmark) : measure(benchmark, arguments, out);
    }

    private int help(Benchmark benchmark) throws InterruptedException {
        try {
            return process(benchmark, List.of("--help")).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the benchmark", e);
        }
    }

    private int measure(Benchmark benchmark, List<String> arguments, PrintWriter out) throws InterruptedException {
        Instant startedAt = clock.instant();
        LogFile log = folders.log("bench-" + benchmark.id());
        log.begin();
        List<Measurement> measurements = new ArrayList<>();
        int exitCode = run(process(benchmark, arguments), log, line -> {
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
        Path file = folders.root().resolve("bench").resolve(benchmark.id() + ".json");
        BenchReport.of(benchmark, arguments, startedAt, measurements).write(file);
        out.printf("%nMedians of interleaved rounds; × is the multiple of the yardstick. All of it: %s%n", file);
        return 0;
    }

    private ProcessBuilder process(Benchmark benchmark, List<String> arguments) {
        List<String> own = new ArrayList<>(arguments);
        String memory = DEFAULT_MEMORY;
        for (String argument : arguments) {
            if (argument.startsWith(MEMORY_OPTION + "=")) {
                own.remove(argument);
                memory = argument.substring(MEMORY_OPTION.length() + 1);
            }
        }
        return new JobProcess(folders, memory, stackEnvironment.get())
                .prepare(benchmark.module(), benchmark.mainClass(), own);
    }

    /** Takes each measurement as it is made. */
    @FunctionalInterface
    private interface Taker {
        void take(Measurement measurement);
    }

    private static int run(ProcessBuilder builder, LogFile log, Taker taker) throws InterruptedException {
        builder.redirectError(Redirect.appendTo(log.path().toFile()));
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-bench"));
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    Measurement.parse(line).ifPresent(taker::take);
                }
            }
            return process.waitFor();
        } catch (IOException e) {
            throw new TandemException(
                    FailureKind.CONFIGURATION, "Cannot run " + builder.command().get(0), e);
        }
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
        out.printf("  %s=SIZE          the benchmark's greatest heap (default %s)%n", MEMORY_OPTION, DEFAULT_MEMORY);
        out.println("  NAME --help            the settings of a benchmark");
        out.flush();
    }
}
