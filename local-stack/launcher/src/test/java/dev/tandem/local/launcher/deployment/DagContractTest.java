package dev.tandem.local.launcher.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.local.launcher.job.BatchJob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Airflow submits is what there is. */
class DagContractTest {
    private static final Path DAGS = Path.of(System.getProperty("tandem.home"), "dags");
    private static final Pattern ROW = Pattern.compile("^ {4}\"([a-z-]+)\": Job\\(\"([a-z-]+)\", \"([\\w.]+)\",");

    /** A row of the table: module and class of a job. */
    private record Row(String module, String mainClass) {}

    private static Map<String, Row> table() throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        for (String line : Files.readAllLines(DAGS.resolve("tandem/jobs.py"))) {
            Matcher row = ROW.matcher(line);
            if (row.find()) {
                rows.put(row.group(1), new Row(row.group(2), row.group(3)));
            }
        }
        return rows;
    }

    @Test
    void everyJobOfTheTableIsOneThatThereIs() throws Exception {
        assertThat(table()).hasSizeGreaterThan(4).allSatisfy((id, row) -> {
            BatchJob job = BatchJob.of(id);
            assertThat(row).isEqualTo(new Row(job.module(), job.mainClass()));
        });
    }

    @Test
    void theExitCodeThatAirflowSkipsIsThatOfTheQualityGate() throws Exception {
        assertThat(DAGS.resolve("tandem/spark_job.py"))
                .content()
                .contains("QUALITY_GATE = %d\n".formatted(FailureKind.QUALITY_GATE.exitCode()));
    }

    @Test
    void theDagsPassTheirOwnTests() throws Exception {
        assumeTrue(hasPython(), "python3 is not installed, so the tests of the DAGs are not run");

        // -B: nothing is left in the folder that a deployment copies.
        Process tests = new ProcessBuilder("python3", "-B", "-m", "unittest", "discover", "-s", "tests", "-t", ".")
                .directory(DAGS.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(tests.waitFor()).as(printed).isZero();
        assertThat(printed).containsPattern("Ran [1-9]\\d* tests");
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 9))")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
