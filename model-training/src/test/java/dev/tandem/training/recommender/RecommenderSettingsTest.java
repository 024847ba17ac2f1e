package dev.tandem.training.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.factors.RowObjective;
import dev.tandem.core.foldin.FoldInSettings;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.training.artefact.Assessment;
import dev.tandem.training.artefact.Provenance;
import dev.tandem.training.artefact.RegisteredModel;
import dev.tandem.training.solver.SolverSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecommenderSettingsTest {
    private static final BlendSettings BLEND = new BlendSettings(0.06, Duration.ofDays(14), 0.2, Duration.ofDays(180));

    @Test
    void areReadBackFromTheRegistry() {
        RecommenderSettings ials = new RecommenderSettings(
                new IalsSettings(new SolverSettings(64, 0.005, 1, 0.25, 12, 42)), Duration.ofDays(60), 0.3, BLEND);
        RecommenderSettings als =
                new RecommenderSettings(new AlsSettings(8, 0.3, 4, 5, -7, 2), Duration.ofDays(30), 0, BLEND);

        assertThat(RecommenderSettings.of(registered("ials", ials.byName()))).isEqualTo(ials);
        assertThat(RecommenderSettings.of(registered("implicit-als", als.byName())))
                .isEqualTo(als);
    }

    @Test
    void ofAModelFromBeforeThereWasABlendAddNothing() {
        RecommenderSettings settings = RecommenderSettings.of(registered(
                "implicit-als",
                Map.of(
                        "rank", 8,
                        "regularisation", 0.3,
                        "alpha", 4,
                        "iterations", 5,
                        "seed", 42,
                        "blocks", 2,
                        "half_life", "PT1440H")));

        assertThat(settings.blend().popularityWeight()).isZero();
        assertThat(settings.blend().historyWeight()).isZero();
        assertThat(settings.factors()).isEqualTo(new AlsSettings(8, 0.3, 4, 5, 42, 2));
    }

    @Test
    void ofAModelFromBeforeViewsCountedLetLaterViewsCount() {
        Map<String, Object> before = new HashMap<>(
                new RecommenderSettings(new AlsSettings(8, 0.3, 4, 5, 42, 2), Duration.ofDays(30), 0.5, BLEND)
                        .byName());
        before.remove("view_weight");

        assertThat(RecommenderSettings.of(registered("implicit-als", before)).viewWeight())
                .isEqualTo(0.2);
    }

    @Test
    void makeListsOfHistoriesAsTheyMakeThemInTraining() {
        RecommenderSettings ials = new RecommenderSettings(
                new IalsSettings(new SolverSettings(64, 0.005, 1, 0.25, 12, 42)), Duration.ofDays(60), 0.3, BLEND);
        RecommenderSettings als =
                new RecommenderSettings(new AlsSettings(8, 0.3, 4, 5, -7, 2), Duration.ofDays(30), 0, BLEND);

        assertThat(ials.foldIn())
                .isEqualTo(new FoldInSettings(RowObjective.ials(0.005, 1, 0.25), 0.3, Duration.ofDays(60), 0.06, 0.2));
        assertThat(als.foldIn())
                .isEqualTo(new FoldInSettings(RowObjective.implicitAls(0.3, 4), 0, Duration.ofDays(30), 0.06, 0.2));
    }

    private static RegisteredModel registered(String algorithm, Map<String, Object> settings) {
        return new RegisteredModel(
                new TenantId("shop"),
                new ModelVersion("v1"),
                algorithm,
                settings,
                DataInterval.upTo(Instant.parse("2026-04-01T00:00:00Z"), Duration.ofDays(31)),
                Instant.EPOCH,
                URI.create("file:/models/shop/v1"),
                Map.of(),
                Instant.EPOCH,
                new Assessment(true, List.of(), Map.of()),
                new Provenance("0.1.0", Map.of()));
    }
}
