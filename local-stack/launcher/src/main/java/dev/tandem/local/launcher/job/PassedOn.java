package dev.tandem.local.launcher.job;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.local.launcher.stack.StackOptions;
import dev.tandem.local.services.server.StackFolders;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words that a command passes on to a process, the first of which names it. For such commands to mix in. */
public final class PassedOn {
    private final StackFolders folders;
    private final Supplier<Map<String, String>> stackEnvironment;

    @Option(names = StackOptions.VAR_DIR, description = StackOptions.VAR_DIR_MEANING)
    private @Nullable Path varDir;

    @Parameters(arity = "0..*", description = "What the process is, and what it is given.")
    private List<String> words = new ArrayList<>();

    /**
     * The words of a command.
     *
     * @param stackEnvironment the addresses of the running local servers as {@code TANDEM_…} variables; empty where none
     *     runs, so that the process's defaults hold
     */
    public PassedOn(StackFolders folders, Supplier<Map<String, String>> stackEnvironment) {
        this.folders = folders;
        this.stackEnvironment = stackEnvironment;
    }

    /** A command whose own options may stand anywhere among the words. */
    public static CommandLine commandLine(Object command) {
        return new CommandLine(command).setUnmatchedOptionsArePositionalParams(true);
    }

    /** Runs a named process, and returns the command's exit code. */
    @FunctionalInterface
    public interface Runner {
        int run(String name, List<String> arguments) throws InterruptedException;
    }

    /** Runs what the words name, or prints the usage where they name nothing or ask for it. */
    public int run(PrintWriter out, Consumer<PrintWriter> usage, Runner runner) throws InterruptedException {
        if (words.isEmpty() || words.get(0).equals("--help") || words.get(0).equals("-h")) {
            usage.accept(out);
            out.flush();
            return words.isEmpty() ? FailureKind.CONFIGURATION.exitCode() : 0;
        }
        return runner.run(words.get(0), words.subList(1, words.size()));
    }

    public StackFolders folders() {
        return varDir == null ? folders : StackOptions.folders(varDir);
    }

    /** The process, which finds the running local servers. */
    public JobProcess process(String memory) {
        return new JobProcess(folders(), memory, stackEnvironment.get());
    }
}
