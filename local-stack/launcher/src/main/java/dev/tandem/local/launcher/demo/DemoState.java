package dev.tandem.local.launcher.demo;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.local.services.server.StackFolders;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;

/** What earlier demos have done in a folder already; it counts only for the data folders that it was done in. */
final class DemoState {
    private static final String STORES = "stores";
    private static final String UNTIL = "until";
    private static final String DONE = "done.";

    private final Path file;
    private final Properties properties;

    private DemoState(Path file, Properties properties) {
        this.file = file;
        this.properties = properties;
    }

    /**
     * Reads what was done.
     *
     * @param fullHour the end of a new shop's orders
     */
    static DemoState read(StackFolders folders, Instant fullHour) {
        String stores = folders.data("postgres").identity() + " "
                + folders.data("cassandra").identity();
        Path file = folders.data("demo.properties").path();
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (IOException e) {
                throw new TandemException(FailureKind.CONFIGURATION, "Cannot read " + file, e);
            }
        }
        if (!stores.equals(properties.getProperty(STORES))) {
            properties.clear();
            properties.setProperty(STORES, stores);
            properties.setProperty(UNTIL, fullHour.toString());
        }
        return new DemoState(file, properties);
    }

    /** Where the shop's orders, and so the jobs' intervals, end. */
    Instant until() {
        return Instant.parse(properties.getProperty(UNTIL, ""));
    }

    boolean isDone(String step) {
        return properties.containsKey(DONE + step);
    }

    /** Remembers a step. */
    void markDone(String step) {
        properties.setProperty(DONE + step, "true");
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, "What ./tandem demo need not do again");
        } catch (IOException e) {
            throw new TandemException(FailureKind.CONFIGURATION, "Cannot write " + file, e);
        }
    }
}
