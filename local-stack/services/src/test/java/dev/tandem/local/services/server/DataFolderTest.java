package dev.tandem.local.services.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private final List<String> notices = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void aFolderThatIsNotThereIsNew() {
        DataFolder data = new DataFolder(folder.resolve("data/kafka"));

        assertThat(data.prepare(notices::add)).isTrue();
        assertThat(data.path()).isEmptyDirectory();
        assertThat(notices).isEmpty();
    }

    @Test
    void aFolderThatWasLeftUnfinishedIsMadeAnewAndSaidSo() throws IOException {
        DataFolder data = new DataFolder(folder.resolve("kafka"));
        Files.createDirectories(data.path().resolve("logs/half"));
        Files.writeString(data.path().resolve("logs/half/written"), "…");

        assertThat(data.prepare(notices::add)).isTrue();
        assertThat(data.path()).isEmptyDirectory();
        assertThat(notices).containsExactly(data.path() + " was left unfinished by an interrupted start: made anew");
    }

    @Test
    void aCompleteFolderIsKeptForever() throws IOException {
        DataFolder data = new DataFolder(folder.resolve("kafka"));
        data.prepare(notices::add);
        Files.writeString(data.path().resolve("orders"), "precious");
        data.markComplete();
        String identity = data.identity();

        assertThat(data.prepare(notices::add)).isFalse();
        data.markComplete();

        assertThat(data.path().resolve("orders")).hasContent("precious");
        assertThat(data.identity()).isEqualTo(identity).isNotEmpty();
        assertThat(notices).isEmpty();
    }
}
