package dev.tandem.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.settings.Secret;
import dev.tandem.core.settings.Settings;
import dev.tandem.core.settings.SettingsSource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Mixin;

class AirflowOptionsTest {
    private static final Map<String, String> PASSWORD = Map.of("TANDEM_AIRFLOW_PASSWORD", "hush");

    private static final class ProcessOptions implements SettingsSource<Optional<AirflowSettings>> {
        @Mixin
        private final AirflowOptions airflow = new AirflowOptions();

        @Override
        public Optional<AirflowSettings> toSettings() {
            return airflow.toSettings();
        }
    }

    private static Optional<AirflowSettings> read(Map<String, String> environment, String... args) {
        return Settings.read("process", new ProcessOptions(), List.of(args), environment)
                .orElseThrow();
    }

    @Test
    void withoutAUrlThereIsNoAirflow() {
        assertThat(read(PASSWORD)).isEmpty();
    }

    @Test
    void everythingCanBeSetAndThePasswordIsMasked() {
        assertThat(read(PASSWORD, "--airflow.url=https://airflow:8080/", "--airflow.user=me", "--airflow.timeout=PT3S"))
                .contains(new AirflowSettings(
                        URI.create("https://airflow:8080"), "me", new Secret("hush"), Duration.ofSeconds(3)));
        assertThat(read(PASSWORD, "--airflow.url=http://airflow").toString()).doesNotContain("hush");
    }

    @Test
    void aUrlWithoutAPasswordIsRefusedAndSoIsOneOnTheCommandLine() {
        assertThatThrownBy(() -> read(Map.of(), "--airflow.url=http://airflow"))
                .hasMessageContaining("set TANDEM_AIRFLOW_PASSWORD for user 'tandem'");
        assertThatThrownBy(() -> read(Map.of(), "--airflow.url=http://airflow", "--airflow.password=seen"))
                .hasMessageContaining("is a secret")
                .hasMessageNotContaining("seen'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"airflow:8080", "ftp://airflow", "http://", "http://me:secret@airflow", "http://a b"})
    void aUrlIsOneOfAServer(String url) {
        assertThatThrownBy(() -> read(PASSWORD, "--airflow.url=" + url)).hasMessageContaining("--airflow.url is '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT1S", "PT61S"})
    void aTimeOutIsWithinAMinute(String timeout) {
        assertThatThrownBy(() -> read(PASSWORD, "--airflow.url=http://a", "--airflow.timeout=" + timeout))
                .hasMessageContaining("more than PT0S and at most PT1M");
    }
}
