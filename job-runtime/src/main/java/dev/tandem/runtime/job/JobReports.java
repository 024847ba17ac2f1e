package dev.tandem.runtime.job;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The file in which an orchestrator finds what a run did: one JSON object a line, one line a tenant that succeeded. */
final class JobReports {
    private JobReports() {}

    /**
     * Writes the reports in place of what an earlier run wrote there.
     *
     * @param uri a file, or a folder with a slash at its end, in which the file is named after the job
     */
    static void write(URI uri, String job, List<JobReport> reports, Configuration hadoop) {
        Path file = new Path(uri.getPath().endsWith("/") ? uri.resolve(job + ".json") : uri);
        String lines = reports.stream().map(report -> report.toJson() + "\n").collect(Collectors.joining());
        try {
            FileSystem files = file.getFileSystem(hadoop);
            files.setWriteChecksum(false);
            try (FSDataOutputStream out = files.create(file, true)) {
                out.write(lines.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new TandemException(
                    FailureKind.CONFIGURATION,
                    "The report cannot be written to %s (%s). Set --report.uri".formatted(file, e.getMessage()),
                    e);
        }
    }
}
