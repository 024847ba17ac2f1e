package dev.tandem.streaming.event;

import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.event.RejectedEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * A record of Kafka.
 *
 * @param key empty where the record has none
 * @param value empty where the record has none
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record EventRecord(byte[] key, byte[] value, String topic, int partition, long offset, Instant receivedAt)
        implements Serializable {
    private static final byte[] NOTHING = new byte[0];

    /** The record of a row with the columns that {@link dev.tandem.streaming.query.QueryContext#records} has. */
    public static EventRecord of(Row row) {
        return new EventRecord(
                row.isNullAt(0) ? NOTHING : row.<byte[]>getAs(0),
                row.isNullAt(1) ? NOTHING : row.<byte[]>getAs(1),
                row.getString(2),
                row.getInt(3),
                row.getLong(4),
                row.getTimestamp(5).toInstant());
    }

    /** The record of a row with the same columns, as Spark has it inside. */
    public static EventRecord of(InternalRow row) {
        return new EventRecord(
                row.isNullAt(0) ? NOTHING : row.getBinary(0),
                row.isNullAt(1) ? NOTHING : row.getBinary(1),
                row.getUTF8String(2).toString(),
                row.getInt(3),
                row.getLong(4),
                Instant.EPOCH.plus(row.getLong(5), ChronoUnit.MICROS));
    }

    /** What is kept of it where it is refused. */
    RejectedEvent refused(EventRefusal refusal) {
        return new RejectedEvent(topic, partition, offset, receivedAt, refusal, value);
    }
}
