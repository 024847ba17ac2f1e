package dev.tandem.training.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolverSettingsTest {
    private static final SolverSettings SETTINGS = new SolverSettings(128, 0.005, 1, 0.25, 12, 42);

    @ParameterizedTest
    @CsvSource({"3000, 2600, 128", "512, 512, 128", "5000, 400, 100", "400, 5000, 100", "2000, 30, 8", "1, 1, 8"})
    void boundTheRankByAQuarterOfTheUsersOrItems(int users, int items, int rank) {
        assertThat(SETTINGS.bounded(users, items).rank()).isEqualTo(rank);
    }

    @Test
    void leaveEverythingElseAndALowerRankAsTheyAre() {
        SolverSettings low = new SolverSettings(4, 0.005, 1, 0.25, 12, 42);

        assertThat(low.bounded(100, 100)).isEqualTo(low);
        assertThat(SETTINGS.bounded(100, 100)).isEqualTo(new SolverSettings(25, 0.005, 1, 0.25, 12, 42));
    }
}
