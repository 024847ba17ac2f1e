package dev.tandem.training.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopNBenchOptionsTest {
    @Test
    void measuresAllWaysAtTheAgreedSizeByDefault() {
        TopNBenchConfig config = read();

        assertThat(config.users()).isEqualTo(20_000);
        assertThat(config.items()).isEqualTo(20_000);
        assertThat(config.rank()).isEqualTo(64);
        assertThat(config.n()).isEqualTo(100);
        assertThat(config.exclusions()).isEqualTo(30);
        assertThat(config.ways()).containsExactly(RankingWay.values());
    }

    @Test
    void measuresSomeWaysAlone() {
        assertThat(read("--only=recommendForAllUsers", "--only=Tandem, plain Java")
                        .ways())
                .containsExactly(RankingWay.MLLIB, RankingWay.PLAIN);
    }

    @Test
    void refusesWhatCannotBeMeasured() {
        assertThatThrownBy(() -> read("--users=0")).hasMessageContaining("--users is '0'; allowed: 1 or more");
        assertThatThrownBy(() -> read("--only=best")).hasMessageContaining("--only is 'best'; allowed: recommend");
        assertThatThrownBy(() -> read("--items=10"))
                .hasMessageContaining("--exclusions is '30'; allowed: 0 to less than the number of items");
    }

    private static TopNBenchConfig read(String... options) {
        return Settings.read("top-n", new TopNBenchOptions(), List.of(options), Map.of())
                .orElseThrow();
    }
}
