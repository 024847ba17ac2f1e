package dev.tandem.training.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.settings.Settings;
import dev.tandem.core.shop.TenantId;
import dev.tandem.training.solver.SolverSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainRecommenderOptionsTest {
    private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");

    @Test
    void hasADefaultForEverythingButTenantAndEnd() {
        TrainRecommenderConfig config = read(List.of("--tenant=all", "--interval-end=" + END), Map.of());

        assertThat(config.job().tenants()).isEmpty();
        assertThat(config.interval()).isEqualTo(DataInterval.upTo(END, Duration.ofDays(3_650)));
        assertThat(config.models()).isEqualTo(URI.create("var/models"));
        assertThat(config.candidates())
                .containsExactly(new RecommenderSettings(
                        new IalsSettings(new SolverSettings(128, 0.005, 1, 0.25, 12, 42)),
                        Duration.ofDays(60),
                        0.2,
                        new BlendSettings(0.06, Duration.ofDays(14), 0.1, Duration.ofDays(720))));
        assertThat(config.holdout()).isEqualTo(Duration.ofDays(31));
        assertThat(config.minUsers()).isEqualTo(50);
        assertThat(config.gate()).isEqualTo(new Gate(0.05, 1, 0.03));
    }

    @Test
    void takesEverySetting() {
        TrainRecommenderConfig config = read(
                List.of(
                        "--tenant=shop",
                        "--interval-start=2026-01-01T00:00:00Z",
                        "--interval-end=" + END,
                        "--model.algorithm=als",
                        "--model.half-life=PT12H",
                        "--model.view-weight=0.5",
                        "--model.seed=-7",
                        "--als.rank=8",
                        "--als.regularisation=0.5",
                        "--als.alpha=2.5",
                        "--als.iterations=3",
                        "--als.blocks=2",
                        "--blend.popularity-weight=0",
                        "--blend.popularity-window=P7D",
                        "--blend.history-weight=1",
                        "--blend.history-half-life=P30D",
                        "--evaluate.holdout=P7D",
                        "--evaluate.min-users=3",
                        "--gate.max-loss=0.1",
                        "--gate.min-lift=1.5",
                        "--gate.min-coverage=0.2"),
                Map.of("TANDEM_MODELS_URI", "s3a://bucket/models"));

        assertThat(config.job().tenants()).containsExactly(new TenantId("shop"));
        assertThat(config.interval()).isEqualTo(new DataInterval(Instant.parse("2026-01-01T00:00:00Z"), END));
        assertThat(config.models()).isEqualTo(URI.create("s3a://bucket/models"));
        assertThat(config.candidates())
                .containsExactly(new RecommenderSettings(
                        new AlsSettings(8, 0.5, 2.5, 3, -7, 2),
                        Duration.ofHours(12),
                        0.5,
                        new BlendSettings(0, Duration.ofDays(7), 1, Duration.ofDays(30))));
        assertThat(config.holdout()).isEqualTo(Duration.ofDays(7));
        assertThat(config.minUsers()).isEqualTo(3);
        assertThat(config.gate()).isEqualTo(new Gate(0.1, 1.5, 0.2));
    }

    @Test
    void makesACandidateOfEachCombinationOfValues() {
        TrainRecommenderConfig config = read(
                List.of(
                        "--tenant=shop",
                        "--interval-end=" + END,
                        "--model.algorithm=ials,als",
                        "--ials.rank=32,64",
                        "--blend.popularity-weight=0,0.1"),
                Map.of());

        assertThat(config.candidates()).hasSize(6).doesNotHaveDuplicates();
        assertThat(config.candidates().get(1).blend().popularityWeight()).isEqualTo(0.1);
    }

    @Test
    void refusesMoreCandidatesThanANightCanTry() {
        String manyWeights =
                IntStream.rangeClosed(0, 200).mapToObj(Integer::toString).collect(Collectors.joining(","));

        assertThatThrownBy(() -> read(
                        List.of("--tenant=shop", "--interval-end=" + END, "--blend.history-weight=" + manyWeights),
                        Map.of()))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("number of candidates is '201'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--ials.rank=0",
                "--ials.rank=513",
                "--ials.regularisation=0",
                "--ials.regularisation=NaN",
                "--ials.exponent=-1",
                "--ials.unobserved-weight=0",
                "--ials.iterations=0",
                "--model.half-life=PT0S",
                "--model.half-life=-P1D",
                "--blend.popularity-weight=-1",
                "--blend.popularity-window=PT0S",
                "--blend.history-weight=Infinity",
                "--blend.history-half-life=PT0S",
                "--evaluate.holdout=PT0S",
                "--evaluate.min-users=0",
                "--gate.max-loss=1.5",
                "--gate.min-lift=-1",
                "--gate.min-coverage=2"
            })
    void refusesValuesThatCannotWork(String argument) {
        String option = argument.substring(0, argument.indexOf('='));

        assertThatThrownBy(() -> read(List.of("--tenant=shop", "--interval-end=" + END, argument), Map.of()))
                .isInstanceOfSatisfying(TandemException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.CONFIGURATION))
                .hasMessageContaining(option);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--als.rank=0",
                "--als.regularisation=0",
                "--als.alpha=-1",
                "--als.alpha=Infinity",
                "--als.iterations=0",
                "--als.blocks=0"
            })
    void refusesValuesWithWhichMllibCannotWork(String argument) {
        String option = argument.substring(0, argument.indexOf('='));

        assertThatThrownBy(() -> read(
                        List.of("--tenant=shop", "--interval-end=" + END, "--model.algorithm=als", argument), Map.of()))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining(option);
    }

    private static TrainRecommenderConfig read(List<String> arguments, Map<String, String> environment) {
        return Settings.read(TrainRecommenderJob.NAME, new TrainRecommenderOptions(), arguments, environment)
                .orElseThrow();
    }
}
