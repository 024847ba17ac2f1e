package dev.tandem.local.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BenchmarkTest {
    private static final Path HOME = Path.of(System.getProperty("tandem.home"));

    @Test
    void anUnknownBenchmarkIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Benchmark.of("snc")).hasMessageStartingWith("benchmark is 'snc'; allowed: ");
    }

    @Test
    void eachHasItsMainInItsModule() {
        assertThat(Benchmark.values()).allSatisfy(benchmark -> assertThat(HOME.resolve(benchmark.module())
                        .resolve("src/main/java")
                        .resolve(benchmark.mainClass().replace('.', '/') + ".java"))
                .exists());
    }
}
