package dev.tandem.streaming.event;

import static dev.tandem.core.schema.Columns.EVENT_ID;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.Columns.VIEWED_AT;

import dev.tandem.core.event.View;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.sql.Timestamp;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Views as Spark's rows, for queries that bring those of a user or an item together. */
public final class ViewRows {
    private static final StructType SCHEMA = new StructType()
            .add(TENANT_ID, DataTypes.StringType, false)
            .add(USER_ID, DataTypes.StringType, false)
            .add(EVENT_ID, DataTypes.StringType, false)
            .add(ITEM_ID, DataTypes.StringType, false)
            .add(VIEWED_AT, DataTypes.TimestampType, false);

    private ViewRows() {}

    /**
     * The views among records; what is none is for query {@code views} to keep.
     *
     * @param records as {@link dev.tandem.streaming.query.QueryContext#records} has them
     * @return {@code tenant_id}, {@code user_id}, {@code event_id}, {@code item_id}, {@code viewed_at}
     */
    public static Dataset<Row> of(Dataset<Row> records, ViewRecords reading) {
        FlatMapFunction<Row, Row> decode = row -> decode(row, reading);
        return records.flatMap(decode, Encoders.row(SCHEMA));
    }

    /** The view of such a row, without its source. */
    public static View view(Row row) {
        return new View(
                row.getString(2),
                new TenantId(row.getString(0)),
                new UserId(row.getString(1)),
                new ItemId(row.getString(3)),
                row.getTimestamp(4).toInstant(),
                "");
    }

    private static Iterator<Row> decode(Row row, ViewRecords reading) {
        return reading.find(EventRecord.of(row)).stream()
                .map(view -> RowFactory.create(
                        view.tenant().value(),
                        view.user().value(),
                        view.eventId(),
                        view.item().value(),
                        Timestamp.from(view.viewedAt())))
                .iterator();
    }
}
