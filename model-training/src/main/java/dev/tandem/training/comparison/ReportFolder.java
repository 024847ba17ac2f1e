package dev.tandem.training.comparison;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.runtime.job.JobContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The folder of one evaluation's report, {@code <reports>/<tenant>/<interval end>}, on any file system that Hadoop knows. */
final class ReportFolder {
    private final FileSystem files;
    private final Path folder;

    private ReportFolder(FileSystem files, Path folder) {
        this.files = files;
        this.folder = folder;
    }

    static ReportFolder of(JobContext context, URI reports, DataInterval interval) {
        // Hadoop's paths have no colons.
        String end = interval.end().toString().replace(":", "");
        Path folder = new Path(new Path(new Path(reports), context.tenant().value()), end);
        try {
            FileSystem files =
                    folder.getFileSystem(context.spark().sessionState().newHadoopConf());
            return new ReportFolder(files, files.makeQualified(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot reach the folder of reports, " + folder, e);
        }
    }

    URI uri() {
        return folder.toUri();
    }

    /** Where training may put something aside. */
    URI checkpoints() {
        return new Path(folder, ".checkpoints").toUri();
    }

    void discardCheckpoints() {
        try {
            files.delete(new Path(folder, ".checkpoints"), true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove checkpoints from " + folder, e);
        }
    }

    /** Writes a file, in place of one that is there. */
    void write(String name, String text) {
        try (OutputStream out = files.create(new Path(folder, name), true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + name + " to " + folder, e);
        }
    }
}
