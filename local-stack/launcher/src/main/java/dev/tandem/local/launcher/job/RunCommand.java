package dev.tandem.local.launcher.job;

import dev.tandem.local.services.server.StackFolders;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./tandem run JOB}: one batch job against the configured stores, as Airflow would run it. */
@Command(name = "run", description = "Runs one batch job; its output and exit code are passed on.")
public final class RunCommand implements Callable<Integer> {
    private static final String DEFAULT_MEMORY = "1g";

    @Mixin
    private final PassedOn words;

    private final Clock clock;

    @Option(names = "--driver-memory", defaultValue = DEFAULT_MEMORY, description = "The job's greatest heap.")
    private String memory = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    private RunCommand(PassedOn words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    /** The command, ready to be added to another; its stack is that of {@link PassedOn}. */
    public static CommandLine commandLine(
            StackFolders folders, Supplier<Map<String, String>> stackEnvironment, Clock clock) {
        return PassedOn.commandLine(new RunCommand(new PassedOn(folders, stackEnvironment), clock));
    }

    @Override
    public Integer call() throws InterruptedException {
        return words.run(spec.commandLine().getOut(), RunCommand::printUsage, this::run);
    }

    private int run(String name, List<String> given) throws InterruptedException {
        BatchJob job = BatchJob.of(name);
        JobArguments arguments = JobArguments.of(given, System.getenv(), clock.instant());
        PrintWriter out = spec.commandLine().getOut();
        arguments
                .assumedEnd()
                .ifPresent(end -> out.println("No --interval-end given: the data interval ends at " + end));
        out.flush();
        ProcessBuilder process = words.process(memory).prepare(job, arguments.forJob());
        return JobProcess.start(process.inheritIO()).waitFor();
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
                "  --driver-memory=SIZE     the job's greatest heap (default %s, or TANDEM_DRIVER_MEMORY)%n",
                DEFAULT_MEMORY);
        out.println("  --var-dir=DIR            the folder of the stack that is meant; else var in the checkout");
        out.println("  JOB --help               the settings of a job");
    }
}
