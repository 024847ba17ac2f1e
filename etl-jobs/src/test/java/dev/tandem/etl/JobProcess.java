package dev.tandem.etl;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A job as Airflow sees it: a process with a command line, an exit code and what it printed.
 *
 * @param output both standard streams, in the order of their lines
 */
public record JobProcess(int exitCode, String output) {

    /** Runs a job to its end. */
    public static JobProcess run(Class<?> job, List<String> options) throws IOException, InterruptedException {
        Path target = Path.of(System.getProperty("tandem.home", ""), "etl-jobs", "target");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(sparksFlags().toList());
        command.addAll(List.of("-Xmx1g", "-cp", classPath(target), job.getName()));
        command.addAll(options);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new JobProcess(process.waitFor(), output);
    }

    private static String classPath(Path target) throws IOException {
        String libraries = Files.readString(target.resolve("runtime.classpath")).strip();
        return target.resolve("classes") + File.pathSeparator + libraries;
    }

    /** What this test's own JVM was given so that Spark runs on Java 17. */
    private static Stream<String> sparksFlags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-Djdk.reflect"));
    }
}
