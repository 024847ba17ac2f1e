package dev.tandem.local.launcher.onlineretail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.settings.Secret;
import dev.tandem.core.settings.Settings;
import dev.tandem.core.shop.TenantId;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings of the import. */
class ImportOnlineRetailConfigTest {
    @Test
    void hasDefaults() {
        assertThat(read(List.of("orders.csv"), Map.of()))
                .isEqualTo(new ImportOnlineRetailConfig(
                        List.of(Path.of("orders.csv")),
                        new TenantId("online-retail"),
                        ZoneId.of("Europe/London"),
                        new PostgresSettings("jdbc:postgresql://127.0.0.1:15432/tandem", "tandem", new Secret(""))));
    }

    @Test
    void takesEveryKey() {
        List<String> args = List.of(
                "--tenant=gifts",
                "--zone=Asia/Tokyo",
                "--postgres.url=jdbc:x",
                "--postgres.user=u",
                "a.csv",
                "b.csv.gz");

        assertThat(read(args, Map.of("TANDEM_POSTGRES_PASSWORD", "p")))
                .isEqualTo(new ImportOnlineRetailConfig(
                        List.of(Path.of("a.csv"), Path.of("b.csv.gz")),
                        new TenantId("gifts"),
                        ZoneId.of("Asia/Tokyo"),
                        new PostgresSettings("jdbc:x", "u", new Secret("p"))));
    }

    @Test
    void refusesTwoFilesOfOneName() {
        assertThatThrownBy(() -> read(List.of("a/orders.csv", "b/orders.csv"), Map.of()))
                .hasMessageContaining("Two files are called orders.csv");
    }

    @Test
    void refusesToImportNothing() {
        assertThatThrownBy(() -> read(List.of(), Map.of())).hasMessageContaining("FILE");
    }

    private static ImportOnlineRetailConfig read(List<String> args, Map<String, String> environment) {
        return Settings.read("import online-retail", new ImportOnlineRetailCommand(), args, environment)
                .orElseThrow();
    }
}
