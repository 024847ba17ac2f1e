package dev.tandem.local.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.local.services.process.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLogTest {
    @TempDir
    private Path folder;

    @Test
    void theOutcomeIsTheFirstWholeCountsOfTheReport() throws IOException {
        Path log = Files.writeString(
                folder.resolve("job.log"),
                """
                INFO  [sync-orders shop] move mark: 0.0 s
                INFO  [sync-orders shop] done: sync-orders for shop over [2026-11-20T08:00:00Z, 2026-11-21T08:00:00Z): \
                lines_in_postgres=30341, lines_in_cassandra=30341, inserted=30341, updated=0 (read orders 9.1 s)
                """);

        assertThat(JobLog.outcome(new LogFile(log))).isEqualTo("lines_in_postgres=30341");
    }

    @Test
    void aJobThatReportsNothingIsDone() throws IOException {
        Path log = Files.writeString(folder.resolve("job.log"), "something else\n");

        assertThat(JobLog.outcome(new LogFile(log))).isEqualTo("done");
    }
}
