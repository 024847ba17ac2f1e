package dev.tandem.local.launcher.job;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.local.launcher.stack.SparkJvm;
import dev.tandem.local.services.process.ChildProcess;
import dev.tandem.local.services.server.StackFolders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A batch job as a JVM of its own, on the class path that its module was built with.
 *
 * @param folders of the checkout that Tandem runs from
 * @param memory the greatest heap, as {@code -Xmx} takes it
 * @param environment variables that are added to those of this process
 */
public record JobProcess(StackFolders folders, String memory, Map<String, String> environment) {
    public JobProcess {
        environment = Map.copyOf(environment);
    }

    /** The process of this job, not yet started; where its output goes is the caller's to say. */
    public ProcessBuilder prepare(BatchJob job, List<String> arguments) {
        return prepare(job.module(), job.mainClass(), arguments);
    }

    /** The process of another main of a job module, not yet started. */
    public ProcessBuilder prepare(String module, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ChildProcess.java());
        command.add("-Xmx" + memory);
        command.add("-XX:+UseParallelGC");
        command.addAll(SparkJvm.flags());
        command.add("-cp");
        command.add(folders.classPath(module));
        command.add(mainClass);
        command.addAll(arguments);
        ProcessBuilder process =
                new ProcessBuilder(command).directory(folders.home().toFile());
        process.environment().putAll(environment);
        return process;
    }

    /** Starts a process that was prepared; it ends with this one at the latest. */
    public static Process start(ProcessBuilder prepared) {
        try {
            Process process = prepared.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-job"));
            return process;
        } catch (IOException e) {
            throw new TandemException(
                    FailureKind.CONFIGURATION,
                    "Cannot start " + prepared.command().get(0),
                    e);
        }
    }
}
