package dev.tandem.local.launcher.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.deployment.SparkCluster.Submitted;
import dev.tandem.local.launcher.job.BatchJob;
import dev.tandem.local.launcher.syntheticshop.SyntheticShopLoader;
import dev.tandem.local.launcher.syntheticshop.SyntheticShopSize;
import dev.tandem.local.services.Lease;
import dev.tandem.local.services.SharedStack;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs as they are deployed: packaged jars, submitted to a standalone cluster with the line that the DAGs have. */
class SparkSubmitIT {
    private static final Path CHECKOUT = Path.of(System.getProperty("tandem.home"));
    private static final Path JOBS = CHECKOUT.resolve("spark-submit/target");
    private static final Lease LEASE = SharedStack.lease("sparksubmit");
    /** The begin of a line in Tandem's log, which is not that of Spark's. */
    private static final String LOGGED = "(?m)^ *\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z ";

    private static final String END = "2026-03-01T00:00:00Z";

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // the first thing that JUnit does
    private static SparkCluster cluster;

    @BeforeAll
    static void startTheCluster() throws Exception {
        cluster = new SparkCluster(CHECKOUT, folder);
    }

    @AfterAll
    static void stopTheCluster() {
        cluster.close();
    }

    private static Submitted submit(BatchJob job, String tenant, String... more) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                "--master",
                cluster.master(),
                "--deploy-mode",
                "client",
                "--name",
                job.id(),
                "--driver-memory",
                "768m",
                "--executor-memory",
                "768m",
                "--jars",
                JOBS + "/lib/*.jar",
                "--class",
                job.mainClass(),
                JOBS.resolve(job.module() + ".jar").toString(),
                "--tenant=" + tenant,
                "--interval-end=" + END));
        line.addAll(LEASE.options());
        line.addAll(List.of(more));
        return cluster.submit(line);
    }

    @Test
    void aNightRunsInOtherProcessesFromOrdersToServedLists() throws Exception {
        TenantId shop = new TenantId("shop");
        SyntheticShopLoader.load(LEASE.postgres(), shop, new SyntheticShopSize(60, 80, 4, 60), 1, Instant.parse(END));
        String models = "--models.uri=" + folder.resolve("models").toUri();

        for (BatchJob job : List.of(BatchJob.SYNC_CATALOG, BatchJob.SYNC_ORDERS, BatchJob.BUILD_BEST_SELLERS)) {
            assertThatItIsDone(job, submit(job, "shop"));
        }
        assertThatItIsDone(
                BatchJob.TRAIN_RECOMMENDER,
                submit(BatchJob.TRAIN_RECOMMENDER, "shop", models, "--als.rank=8", "--als.iterations=2"));
        assertThatItIsDone(BatchJob.PUBLISH_RECOMMENDATIONS, submit(BatchJob.PUBLISH_RECOMMENDATIONS, "shop"));
    }

    @Test
    void theExitCodeIsThatOfTheJob() throws Exception {
        Submitted unknown = submit(BatchJob.SYNC_ORDERS, "nobody");

        assertThat(unknown.exitCode()).as(unknown.output()).isEqualTo(3);
        assertThat(unknown.output()).contains("--tenant is 'nobody'; allowed: ");
    }

    private static void assertThatItIsDone(BatchJob job, Submitted submitted) {
        assertThat(submitted.exitCode()).as(submitted.output()).isZero();
        assertThat(submitted.output())
                .containsPattern(LOGGED + Pattern.quote("INFO  [%s shop] done: %1$s for shop".formatted(job.id())));
    }
}
