package dev.tandem.local.launcher.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.local.launcher.stack.SparkJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchJobTest {
    private static final Path HOME = Path.of(System.getProperty("tandem.home"));

    @Test
    void anUnknownJobIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> BatchJob.of("sync-order"))
                .hasMessage("job is 'sync-order'; allowed: sync-catalog, sync-orders, build-best-sellers,"
                        + " digest-feedback, reconcile-feedback, train-recommender, publish-recommendations,"
                        + " clean-up-models, evaluate-recommender");
    }

    @ParameterizedTest
    @EnumSource
    void hasItsMainInItsModule(BatchJob job) {
        Path source = HOME.resolve(job.module())
                .resolve("src/main/java")
                .resolve(job.mainClass().replace('.', '/') + ".java");

        assertThat(source).exists().content().contains("JobRunner.main(").contains("\"" + job.id() + "\"");
    }

    @Test
    void sparkIsStartedWithTheFlagsThatTheBuildTestsItWith() throws Exception {
        String pom = Files.readString(HOME.resolve("pom.xml"));
        String flags = pom.replaceFirst("(?s).*<tandem\\.spark\\.jvm>(.*?)</tandem\\.spark\\.jvm>.*", "$1");

        assertThat(SparkJvm.flags()).isEqualTo(List.of(flags.trim().split("\\s+")));
    }
}
