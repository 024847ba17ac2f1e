package dev.tandem.local.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.Settings;
import dev.tandem.local.services.server.CassandraServer;
import dev.tandem.local.services.server.KafkaServer;
import dev.tandem.local.services.server.PostgresServer;
import dev.tandem.local.services.server.StackFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackOptionsTest {
    private static final Path HOME = Path.of(System.getProperty("tandem.home"));

    @Test
    void defaults() {
        assertThat(read(List.of()))
                .isEqualTo(new StackSettings(
                        new StackFolders(HOME, HOME.resolve("var")),
                        new PostgresServer(15432),
                        new KafkaServer(19092, 19093),
                        new CassandraServer(19042, 17000),
                        7070,
                        7071));
    }

    @Test
    void everyKeySet() {
        assertThat(read(List.of(
                        "--var-dir=/somewhere/else",
                        "--postgres.port=1",
                        "--kafka.port=2",
                        "--kafka.controller-port=3",
                        "--cassandra.port=4",
                        "--cassandra.storage-port=5",
                        "--api.port=6",
                        "--streaming.port=7")))
                .isEqualTo(new StackSettings(
                        new StackFolders(HOME, Path.of("/somewhere/else")),
                        new PostgresServer(1),
                        new KafkaServer(2, 3),
                        new CassandraServer(4, 5),
                        6,
                        7));
    }

    @Test
    void onePortForTwoIsRefused() {
        assertThatThrownBy(() -> read(List.of("--api.port=15432")))
                .isInstanceOf(TandemException.class)
                .hasMessageContainingAll("--api.port", "--postgres.port", "are both 15432");
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        assertThatThrownBy(() -> read(List.of("--kafka.port=70000")))
                .hasMessageContaining("--kafka.port is '70000'; allowed: 1 to 65535");
    }

    private static StackSettings read(List<String> args) {
        return Settings.read("up", new StackOptions(), args, Map.of()).orElseThrow();
    }
}
