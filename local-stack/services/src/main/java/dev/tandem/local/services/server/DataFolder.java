package dev.tandem.local.services.server;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a server keeps on disk; complete, and from then on never deleted, once the server has answered from it. */
public record DataFolder(Path path) {
    private static final String COMPLETE = "complete";

    /**
     * Makes sure that the folder is complete or new; what an earlier start left unfinished holds nothing yet and goes.
     *
     * @return whether it is new
     */
    boolean prepare(Consumer<String> notices) {
        if (Files.exists(path.resolve(COMPLETE))) {
            requireWritable();
            return false;
        }
        try {
            if (Files.isDirectory(path)) {
                notices.accept("%s was left unfinished by an interrupted start: made anew".formatted(path));
                delete(path);
            }
            Files.createDirectories(path);
            return true;
        } catch (IOException | UncheckedIOException e) {
            throw new TandemException(
                    FailureKind.CONFIGURATION, "Cannot make the data folder " + path + ": " + e.getMessage(), e);
        }
    }

    void markComplete() {
        try {
            if (!Files.exists(path.resolve(COMPLETE))) {
                Files.writeString(path.resolve(COMPLETE), UUID.randomUUID().toString());
            }
        } catch (IOException e) {
            throw new TandemException(FailureKind.CONFIGURATION, "Cannot write to the data folder " + path, e);
        }
    }

    /** What tells this folder from one that is made in its place later; empty while it is not complete. */
    public String identity() {
        try {
            Path file = path.resolve(COMPLETE);
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new TandemException(FailureKind.CONFIGURATION, "Cannot read the data folder " + path, e);
        }
    }

    /** A file of this folder, written anew. */
    Path write(String name, String content) {
        try {
            return Files.writeString(path.resolve(name), content);
        } catch (IOException e) {
            throw new TandemException(FailureKind.CONFIGURATION, "Cannot write " + path.resolve(name), e);
        }
    }

    private void requireWritable() {
        if (!Files.isWritable(path)) {
            String message = "%s belongs to another user of this machine; work as that user, or name another folder"
                    + " with --var-dir";
            throw new TandemException(FailureKind.CONFIGURATION, message.formatted(path));
        }
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
