package dev.tandem.local.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookupWatchTest {
    private static final List<String> USERS = List.of("anna");

    private final List<String> printed = new ArrayList<>();

    @Test
    void printsEverySecondTheWholeAndTheJudgement() throws Exception {
        try (ShopApi api =
                new ShopApi(1, Lookups.fromModel("als-1", "a", "b").body().toString())) {
            LookupWatch watch = new LookupWatch(api.settings(5), false, printed::add);

            boolean isWell = watch.run(
                    USERS,
                    () -> Optional.of("als-1"),
                    (version, user) -> Optional.of(Lookups.stored(version, "a", "b")));

            assertThat(isWell).isTrue();
        }
        assertThat(printed).hasSize(3);
        assertThat(printed.get(0)).startsWith("   0 s").contains("5 asked", "version {als-1=5}");
        assertThat(printed.get(1)).startsWith("all").contains("5 asked");
        assertThat(printed.get(2)).startsWith("well: 5 lookups, 1 different answers");
    }

    @Test
    void saysSoWhereNotAllIsWell() throws Exception {
        try (ShopApi api =
                new ShopApi(1, Lookups.fromModel("als-1", "a", "b").body().toString())) {
            LookupWatch watch = new LookupWatch(api.settings(1), false, printed::add);

            assertThat(watch.run(USERS, Optional::empty, (version, user) -> Optional.empty()))
                    .isFalse();
        }
        assertThat(printed).last().asString().startsWith("NOT WELL").contains("1 mixed");
    }
}
