package dev.tandem.local.services.process;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The file that holds what a process printed during its latest run; the run before is kept beside it. */
public record LogFile(Path path) {
    /** Makes room for a new run. */
    public void begin() {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            if (Files.exists(path)) {
                Files.move(
                        path,
                        path.resolveSibling(path.getFileName() + ".previous"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new TandemException(FailureKind.CONFIGURATION, "Cannot write " + path + ": " + e, e);
        }
    }

    /** The last lines, each indented; empty when nothing was printed. */
    public String tail(int lines) {
        try {
            if (!Files.exists(path)) {
                return "";
            }
            List<String> all = new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()))
                    .indent(4)
                    .stripTrailing();
        } catch (IOException e) {
            return "    (" + path + " cannot be read: " + e + ")";
        }
    }
}
