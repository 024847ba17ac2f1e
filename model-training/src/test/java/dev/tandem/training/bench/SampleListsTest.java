package dev.tandem.training.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class SampleListsTest {
    private static final SampleLists LISTS =
            SampleLists.of(List.of(list(2, new Integer[] {7}, 1f), list(1, new Integer[] {5, 3}, 2f, 1f)));

    @Test
    void listsAreTheSameInWhateverOrderTheirUsersCome() {
        assertThat(LISTS.difference(
                        SampleLists.of(List.of(list(1, new Integer[] {5, 3}, 2f, 1f), list(2, new Integer[] {7}, 1f)))))
                .isEmpty();
    }

    @Test
    void itemsOfTheSameScoreMayChangePlaces() {
        assertThat(LISTS.difference(SampleLists.of(
                        List.of(list(1, new Integer[] {5, 4}, 2f, 1.00001f), list(2, new Integer[] {7}, 1f)))))
                .isEmpty();
    }

    @Test
    void anotherScoreIsADifference() {
        assertThat(LISTS.difference(SampleLists.of(
                        List.of(list(1, new Integer[] {5, 4}, 2f, 0.9f), list(2, new Integer[] {7}, 1f)))))
                .contains("user 1, place 2: 3 with 1.0, 4 with 0.9");
    }

    @Test
    void aShorterListIsADifference() {
        assertThat(LISTS.difference(
                        SampleLists.of(List.of(list(1, new Integer[] {5}, 2f), list(2, new Integer[] {7}, 1f)))))
                .contains("user 1 has 2 items, user 1 has 1");
    }

    @Test
    void aMissingUserIsADifference() {
        assertThat(LISTS.difference(SampleLists.of(List.of()))).contains("0 users instead of 2");
    }

    private static Row list(int user, Integer[] items, Float... scores) {
        return RowFactory.create(
                user,
                CollectionConverters.asScala(List.of(items)).toSeq(),
                CollectionConverters.asScala(List.of(scores)).toSeq());
    }
}
