package dev.tandem.local.launcher.job;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.local.services.server.StackFolders;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
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

/** {@code ./tandem run JOB}: one batch job against the configured stores, as Airflow would run it. */
@Command(name = "run", description = "Runs one batch job; its output and exit code are passed on.")
public final class RunCommand implements Callable<Integer> {
    private final StackFolders folders;
    private final Supplier<Map<String, String>> stackEnvironment;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    @Parameters(
            paramLabel = "JOB [--key=value …]",
            arity = "0..*",
            description = "The job and what it is given; JOB --help lists its settings.")
    private List<String> words = new ArrayList<>();

    /**
     * The command, ready to be added to another.
     *
     * @param stackEnvironment the addresses of the running local servers as {@code TANDEM_…} variables; empty where none
     *     runs, so that the job's defaults hold
     */
    public static CommandLine commandLine(
            StackFolders folders, Supplier<Map<String, String>> stackEnvironment, Clock clock) {
        return new CommandLine(new RunCommand(folders, stackEnvironment, clock))
                .setUnmatchedOptionsArePositionalParams(true);
    }

    private RunCommand(StackFolders folders, Supplier<Map<String, String>> stackEnvironment, Clock clock) {
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
        BatchJob job = BatchJob.of(words.get(0));
        JobArguments arguments = JobArguments.of(words.subList(1, words.size()), System.getenv(), clock.instant());
        arguments
                .assumedEnd()
                .ifPresent(end -> out.println("No --interval-end given: the data interval ends at " + end));
        out.flush();
        JobProcess process = new JobProcess(folders, arguments.memory(), stackEnvironment.get());
        return run(process.prepare(job, arguments.forJob()).inheritIO());
    }

    private static int run(ProcessBuilder builder) throws InterruptedException {
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-job"));
            return process.waitFor();
        } catch (IOException e) {
            throw new TandemException(
                    FailureKind.CONFIGURATION,
                    "Cannot start " + builder.command().get(0),
                    e);
        }
    }

    private static void printUsage(PrintWriter out) {
        out.println("Usage: tandem run JOB [--key=value …]");
        out.println("Runs one batch job against the running local servers, or those that TANDEM_… variables name.");
        out.println();
        for (BatchJob job : BatchJob.values()) {
            out.printf("  %-24s %s%n", job.id(), job.summary());
        }
        out.println();
        out.printf(
                "  %s=SIZE     the job's greatest heap (default %s, or %s)%n",
                JobArguments.MEMORY_OPTION, JobArguments.DEFAULT_MEMORY, JobArguments.MEMORY_VARIABLE);
        out.println("  JOB --help             the settings of a job");
        out.flush();
    }
}
