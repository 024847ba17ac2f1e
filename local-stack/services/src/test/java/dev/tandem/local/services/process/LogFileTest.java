package dev.tandem.local.services.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    private Path folder;

    @Test
    void theTailHasTheLastLinesIndented() throws IOException {
        Path file = Files.writeString(folder.resolve("kafka.log"), "one\ntwo\nthree\n");

        assertThat(new LogFile(file).tail(2)).isEqualTo("    two\n    three");
    }

    @Test
    void aLogThatWasNeverWrittenHasNoTail() {
        assertThat(new LogFile(folder.resolve("kafka.log")).tail(2)).isEmpty();
    }

    @Test
    void theRunBeforeIsKept() throws IOException {
        LogFile log = new LogFile(folder.resolve("log/kafka.log"));
        log.begin();
        Files.writeString(log.path(), "the first run");

        log.begin();

        assertThat(log.path()).doesNotExist();
        assertThat(folder.resolve("log/kafka.log.previous")).hasContent("the first run");
    }
}
