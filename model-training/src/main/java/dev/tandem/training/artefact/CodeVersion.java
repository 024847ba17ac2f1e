package dev.tandem.training.artefact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which code this is. */
public final class CodeVersion {
    private static final String FILE = "/dev/tandem/training/build.properties";

    private CodeVersion() {}

    /** Version and commit, as in {@code 0.1.0+1a2b3c4}; the version alone where the build knew no commit. */
    public static String current() {
        Properties build = new Properties();
        try (InputStream file = CodeVersion.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The build left out " + FILE);
            }
            build.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
        String version = build.getProperty("version");
        String commit = build.getProperty("commit");
        return commit.startsWith("$") ? version : version + "+" + commit;
    }
}
