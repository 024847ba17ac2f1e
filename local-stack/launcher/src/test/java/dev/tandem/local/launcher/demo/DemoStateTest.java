package dev.tandem.local.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.local.services.server.StackFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoStateTest {
    private static final Instant FIRST = Instant.parse("2026-03-04T05:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-03-05T06:00:00Z");

    @TempDir
    private Path folder;

    @BeforeEach
    void makeDataFolders() throws IOException {
        for (String server : new String[] {"postgres", "cassandra"}) {
            Files.createDirectories(folders().data(server).path());
            Files.writeString(folders().data(server).path().resolve("complete"), server + "-1");
        }
    }

    @Test
    void aSecondDemoKnowsWhatTheFirstDidAndKeepsItsEnd() {
        DemoState.read(folders(), FIRST).markDone("sync-orders");

        DemoState second = DemoState.read(folders(), SECOND);

        assertThat(second.isDone("sync-orders")).isTrue();
        assertThat(second.isDone("train-recommender")).isFalse();
        assertThat(second.until()).isEqualTo(FIRST);
    }

    @Test
    void nothingCountsAsDoneInDataThatWasMadeAnew() throws IOException {
        DemoState.read(folders(), FIRST).markDone("sync-orders");
        Files.writeString(folders().data("cassandra").path().resolve("complete"), "cassandra-2");

        DemoState second = DemoState.read(folders(), SECOND);

        assertThat(second.isDone("sync-orders")).isFalse();
        assertThat(second.until()).isEqualTo(SECOND);
    }

    private StackFolders folders() {
        return new StackFolders(folder, folder);
    }
}
