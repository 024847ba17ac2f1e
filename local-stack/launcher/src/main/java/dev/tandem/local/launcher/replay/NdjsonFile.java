package dev.tandem.local.launcher.replay;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file with one JSON object a line, plain or gzipped.
 *
 * @param maxLine bytes of a line at the most; of a longer one only the first {@code maxLine + 1} are read
 */
record NdjsonFile(Path path, int maxLine) {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    NdjsonFile {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new TandemException(
                    FailureKind.INPUT, "%s is no file that can be read".formatted(path.toAbsolutePath()));
        }
    }

    /** Takes a line that is not blank; the first line's number is 1. */
    @FunctionalInterface
    interface LineConsumer {
        void accept(long number, byte[] line) throws InterruptedException;
    }

    /** Hands over each line, in order. */
    void forEachLine(LineConsumer consumer) throws InterruptedException {
        try (InputStream in = open()) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            boolean isBlank = true;
            long number = 1;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    isBlank &= Character.isWhitespace(next);
                    if (line.size() <= maxLine) {
                        line.write(next);
                    }
                    continue;
                }
                if (!isBlank) {
                    consumer.accept(number, line.toByteArray());
                }
                line.reset();
                isBlank = true;
                number++;
            }
            if (!isBlank) {
                consumer.accept(number, line.toByteArray());
            }
        } catch (IOException e) {
            throw new TandemException(FailureKind.INPUT, "%s cannot be read: %s".formatted(path, e.getMessage()), e);
        }
    }

    private InputStream open() throws IOException {
        BufferedInputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        file.mark(2);
        int magic = file.read() << 8 | file.read();
        file.reset();
        return magic == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(file, BUFFER), BUFFER) : file;
    }
}
