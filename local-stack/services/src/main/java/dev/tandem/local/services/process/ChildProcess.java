package dev.tandem.local.services.process;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts programs whose output goes to a file and which a Ctrl-C in the terminal does not reach. */
public final class ChildProcess {
    private ChildProcess() {}

    /** Starts a program; it outlives this process unless it is stopped. */
    public static ProcessIdentity start(List<String> command, LogFile log) {
        return ProcessIdentity.of(spawn(command, Map.of(), log).toHandle());
    }

    /**
     * Starts a program whose exit code will be asked for.
     *
     * @param environment variables that are added to those of this process
     */
    public static Process spawn(List<String> command, Map<String, String> environment, LogFile log) {
        log.begin();
        List<String> detached = new ArrayList<>(ownSession());
        detached.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(detached)
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(log.path().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new TandemException(FailureKind.DEPENDENCY, "Cannot start " + command.get(0) + ": " + e, e);
        }
    }

    /** Runs a program to its end and gives its exit code. */
    public static int run(List<String> command, LogFile log) {
        log.begin();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(log.path().toFile());
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new TandemException(FailureKind.DEPENDENCY, "Cannot start " + command.get(0) + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TandemException(FailureKind.INTERNAL, "Interrupted while running " + command.get(0), e);
        }
    }

    /** The {@code java} that runs this process. */
    public static String java() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }

    /** Where there is {@code setsid}, a program gets a session, and so a process group, of its own. */
    private static List<String> ownSession() {
        return findOnPath("setsid").map(List::of).orElse(List.of());
    }

    /** A program on the {@code PATH}. */
    public static Optional<String> findOnPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder, program);
            if (Files.isExecutable(candidate)) {
                return Optional.of(candidate.toString());
            }
        }
        return Optional.empty();
    }
}
