package dev.tandem.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.event.EventFields;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.shop.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackRouteTest {
    /** The partitions that the feedback of a thousand users with one score comes to, in order. */
    private static String partitions(int score, int partitions) {
        Set<Integer> found = new TreeSet<>();
        IntStream.range(0, 1_000)
                .forEach(user -> found.add(FeedbackRoute.partition(score, "shop/" + user, partitions)));
        return found.toString().replaceAll("[\\[\\],]", "");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 0",
        "2, 0, 1, 1",
        "3, 0, 1, 2",
        "6, 0 1, 2 3, 4 5",
        "7, 0 1, 2 3, 4 5 6",
    })
    void scoresAreApartAndTheWorstIsFirst(int partitions, String ofOne, String ofTwo, String ofThree) {
        assertThat(partitions(1, partitions)).isEqualTo(ofOne);
        assertThat(partitions(2, partitions)).isEqualTo(ofTwo);
        assertThat(partitions(3, partitions)).isEqualTo(ofThree);
    }

    @Test
    void oneKeyHasOnePartitionOfAScore() {
        assertThat(FeedbackRoute.partition(2, "shop/ännchen", 60)).isEqualTo(25);
        assertThat(FeedbackRoute.partition(2, new String("shop/ännchen".toCharArray()), 60))
                .isEqualTo(25);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void criticalFeedbackHasATopicOfItsOwn(int score) {
        assertThat(FeedbackRoute.topic(feedback("" + score))).isEqualTo(Topics.CRITICAL_FEEDBACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "5", "0", "6", "null"})
    void allOtherFeedbackIsRoutine(String score) {
        assertThat(FeedbackRoute.topic(feedback(score))).isEqualTo(Topics.ROUTINE_FEEDBACK);
    }

    private static Feedback feedback(String score) {
        byte[] json = "{\"score\":%s}".formatted(score).getBytes(StandardCharsets.UTF_8);
        return FeedbackCodec.read(EventFields.parse(json), new TenantId("shop"), Instant.EPOCH);
    }
}
