package dev.tandem.local.launcher.onlineretail;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A CSV file of the right kind, plain or gzipped, that has been read through once: it is whole, and its encoding is
 * known.
 *
 * @param charset UTF-8 where the whole file is that, else ISO 8859-1, in which the data set was first published
 * @param lines number of lines, the header included
 */
record OnlineRetailFile(Path path, Charset charset, CsvHeader header, long lines) {
    private static final int GZIP_MAGIC = 0x8b1f;
    private static final int BUFFER = 1 << 16;
    private static final int MAX_LINE = 1 << 16;

    /** Takes each row of a file, with the number of its line. */
    interface RowConsumer {
        void accept(long lineNumber, String line);
    }

    /**
     * Looks at a file.
     *
     * @throws TandemException of kind INPUT where it is missing, a broken archive, or no CSV with the columns that are needed
     */
    static OnlineRetailFile inspect(Path path) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new TandemException(
                    FailureKind.INPUT, "%s is no file that can be read.".formatted(path.toAbsolutePath()));
        }
        try {
            return inspect(path, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return inspectAsLatin1(path);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** The name by which the file is known in {@code import_rejects}. */
    String name() {
        return path.getFileName().toString();
    }

    /** Hands over each line that is neither the header, which is line 1, nor blank. */
    void forEachRow(RowConsumer consumer) {
        try (BufferedReader reader = new BufferedReader(open(path, charset), BUFFER)) {
            reader.readLine();
            long number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    consumer.accept(number, line);
                }
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static OnlineRetailFile inspectAsLatin1(Path path) {
        try {
            return inspect(path, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static OnlineRetailFile inspect(Path path, Charset charset) throws IOException {
        long lines = count(path, charset);
        try (BufferedReader reader = new BufferedReader(open(path, charset))) {
            String first = reader.readLine();
            return new OnlineRetailFile(
                    path, charset, CsvHeader.parse(path.toString(), first == null ? "" : first), lines);
        }
    }

    private static long count(Path path, Charset charset) throws IOException {
        char[] buffer = new char[BUFFER];
        long lines = 0;
        int length = 0;
        try (Reader reader = open(path, charset)) {
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    boolean ends = buffer[i] == '\n';
                    lines += ends ? 1 : 0;
                    length = ends ? 0 : length + 1;
                    if (length > MAX_LINE) {
                        throw new TandemException(
                                FailureKind.INPUT,
                                "%s is no CSV: line %d has more than %d characters."
                                        .formatted(path, lines + 1, MAX_LINE));
                    }
                }
            }
        }
        return length > 0 ? lines + 1 : lines;
    }

    private static Reader open(Path path, Charset charset) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            in.mark(2);
            boolean gzipped = (in.read() | in.read() << 8) == GZIP_MAGIC;
            in.reset();
            return new InputStreamReader(gzipped ? new GZIPInputStream(in, BUFFER) : in, charset.newDecoder());
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static TandemException unreadable(Path path, IOException e) {
        boolean broken = e instanceof EOFException || e instanceof ZipException;
        String message = broken
                ? "%s is a damaged gzip file (%s). Get it again, or try 'gzip -t' on it. Nothing was written."
                : "%s cannot be read: %s. Nothing was written.";
        return new TandemException(FailureKind.INPUT, message.formatted(path, e.getMessage()), e);
    }
}
