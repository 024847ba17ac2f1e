package dev.tandem.etl.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class AcceptedFeedbackTest {
    private static final StructType RECORDS = StructType.fromDDL("value binary, timestamp timestamp, partition int,"
            + " offset bigint, headers array<struct<key: string, value: binary>>");
    private static final DataInterval JUDGED =
            new DataInterval(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-02-02T00:00:00Z"));

    private final SparkSession spark = SparkSession.active();
    private Rows records = Rows.of(RECORDS);
    private long offset;

    private void record(@Nullable String value, String receivedAt) {
        record(value, receivedAt, null);
    }

    private void record(@Nullable String value, String receivedAt, @Nullable String republishedAt) {
        Object[] headers = republishedAt == null
                ? null
                : new Object[] {
                    RowFactory.create("other", new byte[0]),
                    RowFactory.create(AcceptedFeedback.REPUBLISHED_AT, republishedAt.getBytes(UTF_8))
                };
        byte[] bytes = value == null ? null : value.getBytes(UTF_8);
        records = records.row(bytes, Timestamp.from(Instant.parse(receivedAt)), 0, offset++, headers);
    }

    private static String json(String tenant, String id, String user, int score) {
        return "{\"tenant_id\":\"%s\",\"feedback_id\":\"%s\",\"user_id\":\"%s\",\"score\":%d}"
                .formatted(tenant, id, user, score);
    }

    private Dataset<Row> decoded() {
        return AcceptedFeedback.decode(records.toDataset(spark), new TenantId("shop"), JUDGED);
    }

    private List<Accepted> accepted() {
        return AcceptedFeedback.distinct(decoded()).collectAsList().stream()
                .map(Accepted::of)
                .toList();
    }

    @Test
    void isTheTenantsOwnThatIsToBeAnswered() {
        record(json("shop", "f1", "u1", 1), "2026-02-01T10:00:00Z");
        record(json("other", "f2", "u1", 1), "2026-02-01T10:00:00Z");
        record(json("shop", "routine", "u1", 4), "2026-02-01T10:00:00Z");
        record(json("shop", "anonymous", "", 1), "2026-02-01T10:00:00Z");

        assertThat(accepted()).extracting(each -> each.feedback().feedbackId()).containsExactly("f1");
    }

    @Test
    void isWhatWasReceivedWithinTheInterval() {
        record(json("shop", "early", "u1", 1), "2026-01-31T23:59:59.999Z");
        record(json("shop", "first", "u1", 1), "2026-02-01T00:00:00Z");
        record(json("shop", "last", "u1", 1), "2026-02-01T23:59:59.999Z");
        record(json("shop", "late", "u1", 1), "2026-02-02T00:00:00Z");

        assertThat(accepted())
                .extracting(each -> each.feedback().feedbackId())
                .containsExactlyInAnyOrder("first", "last");
    }

    @Test
    void isEachOnceAsItWasFirstReceivedWhetherItsCopiesAreEqualOrNot() {
        record(json("shop", "f1", "u1", 3), "2026-02-01T10:00:01Z");
        record(json("shop", "f1", "u1", 2), "2026-02-01T10:00:00Z");
        record(json("shop", "f1", "u1", 2), "2026-02-01T10:00:00Z");

        assertThat(accepted()).singleElement().satisfies(each -> {
            assertThat(each.feedback().score()).isEqualTo(2);
            assertThat(each.feedback().receivedAt()).isEqualTo("2026-02-01T10:00:00Z");
            assertThat(each.republished()).isZero();
        });
    }

    @Test
    void tellsHowOftenAndWhenItWasLastSentAgain() {
        record(json("shop", "f1", "u1", 1), "2026-02-01T10:00:00Z");
        record(json("shop", "f1", "u1", 1), "2026-02-01T10:00:00Z", "2026-02-01T10:30:00Z");
        record(json("shop", "f1", "u1", 1), "2026-02-01T10:00:00Z", "2026-02-01T10:15:00Z");

        assertThat(accepted()).singleElement().satisfies(each -> {
            assertThat(each.republished()).isEqualTo(2);
            assertThat(each.republishedAt()).isEqualTo("2026-02-01T10:30:00Z");
        });
    }

    @Test
    void hasTheIdThatFollowsFromItsReceiptAlsoWhenItIsSentAgain() {
        record("{\"tenant_id\":\"shop\",\"user_id\":\"u1\",\"score\":1}", "2026-02-01T10:00:00Z");
        Feedback feedback = accepted().get(0).feedback();
        byte[] message = AcceptedFeedback.distinct(decoded()).head().getAs(1);

        record(new String(message, UTF_8), "2026-02-01T11:00:00Z");

        assertThat(accepted()).extracting(Accepted::feedback).containsExactly(feedback);
    }

    @Test
    void whatCannotBeReadHasNoId() {
        record("{", "2026-02-01T10:00:00Z");
        record(null, "2026-02-01T10:00:00Z");
        record(json("shop", "f1", "u1", 1), "2026-02-01T10:00:00Z");

        assertThat(decoded().where("feedback_id is null").count()).isEqualTo(2);
        assertThat(accepted()).hasSize(1);
    }
}
