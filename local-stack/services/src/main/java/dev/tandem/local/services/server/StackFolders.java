package dev.tandem.local.services.server;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.local.services.process.LogFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a stack finds its programs and keeps what it writes.
 *
 * @param home the checkout, built
 * @param root holds {@code data}, {@code log}, {@code run} and {@code cache}
 */
public record StackFolders(Path home, Path root) {
    public StackFolders {
        home = home.toAbsolutePath().normalize();
        root = root.toAbsolutePath().normalize();
    }

    public DataFolder data(String server) {
        return new DataFolder(root.resolve("data").resolve(server));
    }

    public LogFile log(String name) {
        return new LogFile(root.resolve("log").resolve(name + ".log"));
    }

    /** The record of a started process. */
    public Path record(String name) {
        return root.resolve("run").resolve(name + ".properties");
    }

    /** What can be made anew at any time. */
    public Path cache() {
        return root.resolve("cache");
    }

    /** The class path of a module's process, as its build wrote it: its classes, if it has any, before its libraries. */
    public String classPath(String module) {
        Path target = home.resolve(module).resolve("target");
        Path file = target.resolve("runtime.classpath");
        try {
            String libraries = Files.readString(file).strip();
            Path classes = target.resolve("classes");
            return Files.isDirectory(classes) ? classes + File.pathSeparator + libraries : libraries;
        } catch (IOException e) {
            throw new TandemException(
                    FailureKind.CONFIGURATION,
                    "Module " + module + " is not built (no " + file + "); run mvn -DskipTests package",
                    e);
        }
    }

    /** The one library of a class path whose file name begins so. */
    Path library(String module, String prefix) {
        for (String entry : classPath(module).split(File.pathSeparator, -1)) {
            Path library = Path.of(entry);
            if (library.getFileName().toString().startsWith(prefix)) {
                return library;
            }
        }
        throw new TandemException(
                FailureKind.CONFIGURATION, "The class path of module " + module + " has no " + prefix + "*.jar");
    }
}
