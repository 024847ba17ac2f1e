package dev.tandem.etl.reconciliation;

import static dev.tandem.core.schema.Columns.FEEDBACK_ID;
import static dev.tandem.core.schema.Columns.MESSAGE;
import static dev.tandem.core.schema.Columns.RECEIVED_AT;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackCodec;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.core.shop.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The critical feedback that Kafka has taken, which is what must be answered. */
final class AcceptedFeedback {
    /** The header that tells what this job has sent again: the "now" of when it did. */
    static final String REPUBLISHED_AT = "tandem-republished-at";

    private static final String TIMESTAMP = "timestamp";
    private static final String PARTITION = "partition";
    private static final String OFFSET = "offset";
    private static final String FIRST = "first";
    private static final String REPUBLISHED = "republished";

    private static final StructType DECODED = new StructType()
            .add(FEEDBACK_ID, DataTypes.StringType, true)
            .add(RECEIVED_AT, DataTypes.TimestampType, false)
            .add(PARTITION, DataTypes.IntegerType, false)
            .add(OFFSET, DataTypes.LongType, false)
            .add(MESSAGE, DataTypes.BinaryType, false)
            .add(REPUBLISHED_AT, DataTypes.TimestampType, true);

    private AcceptedFeedback() {}

    /**
     * The records of the topic from the first on that was received at a time or later: {@code value}, {@code timestamp},
     * {@code partition}, {@code offset}, {@code headers}.
     *
     * <p>Up to the last that there is: times of receipt are those of the senders' clocks, so that one that is ahead would
     * end a read by time before records that belong to it.
     */
    static Dataset<Row> read(SparkSession spark, KafkaSettings kafka, Instant from) {
        return spark.read()
                .format("kafka")
                .option("kafka.bootstrap.servers", kafka.bootstrapServers())
                .option("subscribe", Topics.CRITICAL_FEEDBACK.name())
                .option("startingTimestamp", Long.toString(from.toEpochMilli()))
                // A partition that has nothing since then is at its end, and no error.
                .option("startingOffsetsByTimestampStrategy", "latest")
                .option("endingOffsets", "latest")
                .option("includeHeaders", "true")
                .load()
                .select("value", TIMESTAMP, PARTITION, OFFSET, "headers");
    }

    /**
     * What of the records is a tenant's and to be answered, and what cannot be read, whosever it is.
     *
     * @param records as from {@link #read}
     * @param judged only what was received within it
     * @return {@code feedback_id} string, null for what cannot be read; {@code received_at} timestamp, {@code partition} int,
     *     {@code offset} long, {@code message} binary, {@code tandem-republished-at} timestamp, null for what its sender
     *     sent; unique by (partition, offset)
     */
    static Dataset<Row> decode(Dataset<Row> records, TenantId tenant, DataInterval judged) {
        FlatMapFunction<Row, Row> decodeOne = row -> decode(row, tenant);
        return records.where(col(TIMESTAMP)
                        .geq(Timestamp.from(judged.start()))
                        .and(col(TIMESTAMP).lt(Timestamp.from(judged.end()))))
                .flatMap(decodeOne, Encoders.row(DECODED));
    }

    /**
     * Each feedback once, as it was first received. Cost: one shuffle by feedback.
     *
     * @param decoded as from {@link #decode}
     * @return {@code received_at} timestamp, {@code message} binary, how often it was republished long, when last timestamp
     */
    static Dataset<Row> distinct(Dataset<Row> decoded) {
        return decoded.where(col(FEEDBACK_ID).isNotNull())
                .groupBy(FEEDBACK_ID)
                .agg(
                        min(struct(RECEIVED_AT, PARTITION, OFFSET, MESSAGE)).as(FIRST),
                        count(REPUBLISHED_AT).as(REPUBLISHED),
                        max(REPUBLISHED_AT).as(REPUBLISHED_AT))
                .select(
                        col(FIRST).getField(RECEIVED_AT).as(RECEIVED_AT),
                        col(FIRST).getField(MESSAGE).as(MESSAGE),
                        col(REPUBLISHED),
                        col(REPUBLISHED_AT));
    }

    private static Iterator<Row> decode(Row record, TenantId tenant) {
        Timestamp receivedAt = record.getTimestamp(1);
        byte[] value = record.isNullAt(0) ? new byte[0] : record.<byte[]>getAs(0);
        try {
            Feedback feedback = FeedbackCodec.decode(value, receivedAt.toInstant());
            return feedback.tenant().equals(tenant) && feedback.isAnswerable()
                    ? List.of(row(record, receivedAt, feedback.feedbackId(), FeedbackCodec.encode(feedback)))
                            .iterator()
                    : List.<Row>of().iterator();
        } catch (EventRefusal unreadable) {
            // The stream keeps it with its reason; here it is counted.
            return List.of(row(record, receivedAt, null, value)).iterator();
        }
    }

    private static Row row(Row record, Timestamp receivedAt, @Nullable String feedbackId, byte[] message) {
        return RowFactory.create(
                feedbackId, receivedAt, record.getInt(2), record.getLong(3), message, republishedAt(record));
    }

    private static @Nullable Timestamp republishedAt(Row record) {
        if (record.isNullAt(4)) {
            return null;
        }
        return record.<Row>getList(4).stream()
                .filter(header -> REPUBLISHED_AT.equals(header.getString(0)))
                .map(header -> new String(header.<byte[]>getAs(1), StandardCharsets.UTF_8))
                .map(at -> Timestamp.from(Instant.parse(at)))
                .findFirst()
                .orElse(null);
    }
}
