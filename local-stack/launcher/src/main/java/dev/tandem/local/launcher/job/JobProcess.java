package dev.tandem.local.launcher.job;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A batch job as a JVM of its own, on the class path that its module was built with.
 *
 * @param home the checkout that Tandem runs from
 * @param memory the greatest heap, as {@code -Xmx} takes it
 * @param environment variables that are added to those of this process
 */
public record JobProcess(Path home, String memory, Map<String, String> environment) {
    public JobProcess {
        environment = Map.copyOf(environment);
    }

    /** The process of this job, not yet started; where its output goes is the caller's to say. */
    public ProcessBuilder prepare(BatchJob job, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + memory);
        command.add("-XX:+UseParallelGC");
        command.addAll(SparkJvm.flags());
        command.add("-cp");
        command.add(classPath(job.module()));
        command.add(job.mainClass());
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command).directory(home.toFile());
        process.environment().putAll(environment);
        return process;
    }

    private String classPath(String module) {
        Path target = home.resolve(module).resolve("target");
        try {
            return target.resolve("classes")
                    + File.pathSeparator
                    + Files.readString(target.resolve("runtime.classpath"));
        } catch (IOException e) {
            throw new TandemException(
                    FailureKind.CONFIGURATION,
                    "Module " + module + " is not built: " + target
                            + " has no runtime.classpath; run mvn -DskipTests package",
                    e);
        }
    }
}
