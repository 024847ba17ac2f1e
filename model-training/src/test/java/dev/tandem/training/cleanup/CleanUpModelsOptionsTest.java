package dev.tandem.training.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.settings.Settings;
import dev.tandem.training.cleanup.CleanUpModelsConfig.Extent;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CleanUpModelsOptionsTest {
    @Test
    void keepsFiveAndDeletesByDefault() {
        CleanUpModelsConfig config = read();

        assertThat(config.keep()).isEqualTo(5);
        assertThat(config.extent()).isEqualTo(Extent.DELETE);
        assertThat(config.models()).isEqualTo(URI.create("var/models"));
    }

    @Test
    void takesEverySetting() {
        CleanUpModelsConfig config = read("--keep=2", "--dry-run", "--models.uri=s3a://bucket/models");

        assertThat(config.keep()).isEqualTo(2);
        assertThat(config.extent()).isEqualTo(Extent.DRY_RUN);
        assertThat(config.models()).isEqualTo(URI.create("s3a://bucket/models"));
    }

    @Test
    void keepsOneAtTheLeast() {
        assertThatThrownBy(() -> read("--keep=0")).hasMessageContaining("--keep is '0'; allowed: 1 to 1000");
    }

    private static CleanUpModelsConfig read(String... options) {
        List<String> all = new ArrayList<>(List.of("--tenant=shop", "--interval-end=2026-04-01T00:00:00Z"));
        all.addAll(List.of(options));
        return Settings.read(CleanUpModelsJob.NAME, new CleanUpModelsOptions(), all, Map.of())
                .orElseThrow();
    }
}
