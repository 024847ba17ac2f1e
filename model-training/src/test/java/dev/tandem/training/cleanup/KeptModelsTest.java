package dev.tandem.training.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.recommendation.ModelVersion;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptModelsTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final long DAY = 86_400;

    @Test
    void keepsTheLatest() {
        assertThat(expendable(List.of(model(1), model(2), model(3), model(4)), Set.of(), 2))
                .containsExactly("v1", "v2");
    }

    @Test
    void keepsWhatIsServedHoweverOld() {
        assertThat(expendable(List.of(model(1), model(2), model(3)), Set.of("v1"), 1))
                .containsExactly("v2");
    }

    @Test
    void keepsWhatARollbackWouldServe() {
        List<ModelRecord> models = List.of(model(1), model(2), model(3), model(4), model(5));

        assertThat(expendable(models, Set.of("v2", "v3"), 1)).containsExactly("v1", "v4");
    }

    @Test
    void findsNothingWhereThereIsLittle() {
        assertThat(expendable(List.of(), Set.of(), 1)).isEmpty();
        assertThat(expendable(List.of(model(1), model(2)), Set.of("v2"), 5)).isEmpty();
    }

    @Test
    void countsTheModelOfTheLaterIntervalAsLaterWheneverItWasTrained() {
        ModelRecord trainedAgain = new ModelRecord(
                new ModelVersion("again"), URI.create("again"), FIRST, FIRST.plusSeconds(99 * DAY), Optional.empty());

        assertThat(expendable(List.of(trainedAgain, model(5)), Set.of(), 1)).containsExactly("again");
    }

    @Test
    void whatGoesIsEverythingElse() {
        List<ModelRecord> models =
                IntStream.rangeClosed(1, 20).mapToObj(KeptModelsTest::model).toList();

        assertThat(expendable(models, Set.of("v3"), 5)).hasSize(14).doesNotContain("v3", "v16", "v20");
    }

    private static List<String> expendable(List<ModelRecord> models, Set<String> inUse, int keep) {
        return KeptModels.expendable(
                        models, inUse.stream().map(ModelVersion::new).collect(Collectors.toSet()), keep)
                .stream()
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
}
