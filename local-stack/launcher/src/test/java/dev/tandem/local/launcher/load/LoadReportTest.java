package dev.tandem.local.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadReportTest {
    @Test
    void percentilesAreTimesThatWereMeasured() {
        List<Lookup> lookups = new ArrayList<>(IntStream.rangeClosed(1, 200)
                .mapToObj(time -> Lookups.taking(Duration.ofMillis(time), Lookups.unanswered()))
                .toList());
        Collections.shuffle(lookups, new Random(1));

        assertThat(new LoadReport(lookups).total()).contains("p50 100.0 ms  p99 198.0 ms  max 200.0 ms");
    }

    @Test
    void theOnlyLookupIsEveryPercentile() {
        List<Lookup> lookups = List.of(Lookups.taking(Duration.ofNanos(1_500_000), Lookups.unanswered()));

        assertThat(new LoadReport(lookups).total()).contains("p50 1.5 ms  p99 1.5 ms  max 1.5 ms");
    }

    @Test
    void fewLookupsHaveTheirSlowestAsNinetyNinthPercentile() {
        List<Lookup> lookups = List.of(
                Lookups.taking(Duration.ofMillis(1), Lookups.unanswered()),
                Lookups.taking(Duration.ofMillis(2), Lookups.unanswered()),
                Lookups.taking(Duration.ofMillis(90), Lookups.unanswered()));

        assertThat(new LoadReport(lookups).total()).contains("p50 2.0 ms  p99 90.0 ms");
    }

    @Test
    void aSecondWithoutLookupsHasNoTimes() {
        assertThat(new LoadReport(List.of()).second(7)).startsWith("   7 s").contains("0 asked", "max 0.0 ms");
    }

    @Test
    void statusesSourcesAndVersionsAreCounted() {
        List<Lookup> lookups = List.of(
                Lookups.fromModel("als-1", "a"),
                Lookups.fromModel("als-2", "a"),
                Lookups.fromModel("als-2", "b"),
                Lookups.answered(200, "{\"source\":\"best_sellers\",\"items\":[]}"),
                Lookups.answered(503, "{}"),
                Lookups.unanswered());

        assertThat(new LoadReport(lookups).total())
                .startsWith("all")
                .contains("6 asked")
                .contains("status {200=4, 503=1, none=1}")
                .contains("source {best_sellers=1, model=3}")
                .contains("version {als-1=1, als-2=2}");
    }
}
