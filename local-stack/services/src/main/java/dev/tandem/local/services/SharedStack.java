package dev.tandem.local.services;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.local.services.process.ChildProcess;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.server.StackFolders;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The local servers as all integration tests of a build share them. The first to ask has them started, as processes that
 * end with the build; each lease is a world of its own.
 *
 * <p>This class needs the JDK and core only: what speaks to the servers runs as a process with its own class path, so a
 * test's class path stays what its module made it.
 */
public final class SharedStack {
    private static final String MAVEN_LAUNCHER = "classworlds";

    private SharedStack() {}

    /**
     * A fresh database and keyspace.
     *
     * @param name of the one who asks, a-z and 0-9; it becomes part of the names of database and keyspace
     */
    public static Lease lease(String name) {
        String home = System.getProperty("tandem.home", "");
        if (home.isEmpty()) {
            throw new TandemException(
                    FailureKind.CONFIGURATION,
                    "System property tandem.home is not set; it names the checkout (-Dtandem.home=…)");
        }
        StackFolders folders = new StackFolders(Path.of(home), Path.of(home, "target", "it-stack"));
        return lease(folders, name, ProcessIdentity.of(build()));
    }

    static Lease lease(StackFolders folders, String name, ProcessIdentity build) {
        return parse(run(List.of(
                ChildProcess.java(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=shared-stack-logback.xml",
                "-cp",
                folders.classPath("local-stack/services"),
                "dev.tandem.local.services.SharedStackMain",
                "lease",
                folders.home().toString(),
                name,
                Long.toString(build.pid()),
                build.startedAt().toString())));
    }

    /** The Maven process that this test runs under; without one, as in an IDE, this process. */
    private static ProcessHandle build() {
        return Stream.iterate(
                        Optional.of(ProcessHandle.current()),
                        Optional::isPresent,
                        p -> p.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(SharedStack::isMaven)
                .findFirst()
                .orElse(ProcessHandle.current());
    }

    private static boolean isMaven(ProcessHandle process) {
        boolean isJava = process.info().command().orElse("").endsWith("java");
        return isJava && process.info().commandLine().orElse("").contains(MAVEN_LAUNCHER);
    }

    private static String run(List<String> command) {
        try {
            File errors = File.createTempFile("tandem-lease", ".log");
            Process process = new ProcessBuilder(command)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectError(errors)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            String complaint = Files.readString(errors.toPath());
            Files.delete(errors.toPath());
            if (exitCode != 0) {
                throw new TandemException(
                        FailureKind.DEPENDENCY, "The shared servers are not to be had: " + complaint + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new TandemException(FailureKind.DEPENDENCY, "The shared servers cannot be asked for", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TandemException(FailureKind.INTERNAL, "Interrupted while waiting for the shared servers", e);
        }
    }

    static Lease parse(String printed) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(printed));
        } catch (IOException e) {
            throw new TandemException(FailureKind.INTERNAL, "A lease cannot be read: " + printed, e);
        }
        return new Lease(
                properties.getProperty("postgres.url", ""),
                properties.getProperty("postgres.user", ""),
                properties.getProperty("cassandra.host", ""),
                Integer.parseInt(properties.getProperty("cassandra.port", "0")),
                properties.getProperty("cassandra.datacenter", ""),
                properties.getProperty("cassandra.keyspace", ""),
                properties.getProperty("kafka.bootstrap-servers", ""));
    }
}
