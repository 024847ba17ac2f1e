package dev.tandem.training.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.recommendation.ModelVersion;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptModelsTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final long DAY = 86_400;

    @Test
    void keepsTheLatest() {
        assertThat(expendable(List.of(model(1), model(2), model(3), model(4)), Optional.empty(), 2))
                .containsExactly("v1", "v2");
    }

    @Test
    void keepsWhatIsServedHoweverOld() {
        assertThat(expendable(List.of(model(1), model(2), model(3)), Optional.of("v1"), 1))
                .containsExactly("v2");
    }

    @Test
    void keepsWhatWasServedBefore() {
        List<ModelRecord> models = List.of(published(1, 50), published(2, 70), published(3, 60), model(4), model(5));

        assertThat(expendable(models, Optional.of("v2"), 1)).containsExactly("v1", "v4");
    }

    @Test
    void keepsWhatWasPublishedLastWhereNothingIsServed() {
        assertThat(expendable(List.of(published(1, 50), published(2, 40), model(3)), Optional.empty(), 1))
                .containsExactly("v2");
    }

    @Test
    void findsNothingWhereThereIsLittle() {
        assertThat(expendable(List.of(), Optional.empty(), 1)).isEmpty();
        assertThat(expendable(List.of(model(1), model(2)), Optional.of("v2"), 5))
                .isEmpty();
    }

    @Test
    void countsTheModelOfTheLaterIntervalAsLaterWheneverItWasTrained() {
        ModelRecord trainedAgain = new ModelRecord(
                new ModelVersion("again"), URI.create("again"), FIRST, FIRST.plusSeconds(99 * DAY), Optional.empty());

        assertThat(expendable(List.of(trainedAgain, model(5)), Optional.empty(), 1))
                .containsExactly("again");
    }

    @Test
    void whatGoesIsEverythingElse() {
        List<ModelRecord> models =
                IntStream.rangeClosed(1, 20).mapToObj(KeptModelsTest::model).toList();

        assertThat(expendable(models, Optional.of("v3"), 5)).hasSize(14).doesNotContain("v3", "v16", "v20");
    }

    private static List<String> expendable(List<ModelRecord> models, Optional<String> served, int keep) {
        return KeptModels.expendable(models, served.map(ModelVersion::new), keep).stream()
                .map(model -> model.version().value())
                .toList();
    }

    private static ModelRecord model(int day) {
        return new ModelRecord(
                new ModelVersion("v" + day),
                URI.create("models/v" + day),
                FIRST.plusSeconds(day * DAY),
                FIRST.plusSeconds(day * DAY + 60),
                Optional.empty());
    }

    private static ModelRecord published(int day, int publishedOn) {
        ModelRecord model = model(day);
        return new ModelRecord(
                model.version(),
                model.artefact(),
                model.intervalEnd(),
                model.trainedAt(),
                Optional.of(FIRST.plusSeconds(publishedOn * DAY)));
    }
}
