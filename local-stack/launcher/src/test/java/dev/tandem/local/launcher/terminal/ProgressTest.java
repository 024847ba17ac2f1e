package dev.tandem.local.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter printed = new StringWriter();
    private final Progress progress = new Progress(new PrintWriter(printed));

    @AfterEach
    void close() {
        progress.close();
    }

    @Test
    void aShortStepIsOneLineWithItsTime() throws InterruptedException {
        progress.step("PostgreSQL 17", "starting", () -> "ready on 127.0.0.1:15432");

        assertThat(printed.toString()).matches("✓ PostgreSQL 17 {12}ready on 127\\.0\\.0\\.1:15432 +0\\.\\d s\\R");
    }

    @Test
    void aLongStepIsAnnouncedBeforeItIsDone() throws InterruptedException {
        CountDownLatch announced = new CountDownLatch(1);
        PrintWriter noticing = new PrintWriter(printed) {
            @Override
            public void println(String line) {
                super.println(line);
                announced.countDown();
            }
        };

        try (Progress slow = new Progress(noticing)) {
            slow.step("Cassandra 5.0", "starting", () -> {
                announced.await();
                return "ready";
            });
        }

        assertThat(printed.toString().lines().map(String::strip))
                .satisfiesExactly(
                        first -> assertThat(first).matches("Cassandra 5\\.0 +starting …"),
                        second -> assertThat(second).matches("✓ Cassandra 5\\.0 +ready +\\d+\\.\\d s"));
    }

    @Test
    void aFailedStepSaysSoAndFailsOn() {
        assertThatThrownBy(() -> progress.step("Kafka 4.1", "starting", () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(printed.toString()).startsWith("✗ Kafka 4.1");
    }

    @Test
    void nothingIsPrintedThatOnlyATerminalUnderstands() throws InterruptedException {
        progress.step("API", "starting", () -> "ready");
        progress.notice("something happened");

        assertThat(printed.toString()).doesNotContain("\u001b").doesNotContain("\r");
    }
}
