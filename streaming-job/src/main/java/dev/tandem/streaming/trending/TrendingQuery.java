package dev.tandem.streaming.trending;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.window;

import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.event.EventRecord;
import dev.tandem.streaming.event.ViewRecords;
import dev.tandem.streaming.query.Query;
import dev.tandem.streaming.query.QueryContext;
import dev.tandem.streaming.query.StreamSettings;
import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Views counted by item and span of ten minutes, {@code item_views_by_window}, and the lists that follow from a day of
 * them, {@code trending_by_category}. A view that comes up to an hour late counts where it belongs; a later one does not.
 */
public final class TrendingQuery implements Query {
    /** The query's name. */
    public static final String NAME = "trending";

    /** What is counted together. */
    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final String LATENESS = "1 hour";
    /** Lists of what trends need not be of this second. */
    private static final Duration TRIGGER = Duration.ofSeconds(1);

    private static final String TENANT = "tenant";
    private static final String ITEM = "item";
    private static final String VIEWED_AT = "viewed_at";
    private static final StructType VIEW = new StructType()
            .add(TENANT, DataTypes.StringType, false)
            .add(ITEM, DataTypes.StringType, false)
            .add(VIEWED_AT, DataTypes.TimestampType, false);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StreamingQuery start(QueryContext context) throws TimeoutException {
        StreamSettings settings = context.settings();
        SharedSession cassandra = new SharedSession(settings.cassandra());
        Trends trends = new Trends(cassandra);
        FlatMapFunction<Row, Row> decode = new Decode(new ViewRecords(cassandra, settings.productViewsTenant()));
        VoidFunction2<Dataset<Row>, Long> batch = (counts, id) -> {
            Map<TenantId, List<WindowCount>> byTenant = counts.collectAsList().stream()
                    .collect(Collectors.groupingBy(
                            row -> new TenantId(row.getString(0)),
                            Collectors.mapping(TrendingQuery::count, Collectors.toList())));
            long written = 0;
            for (Map.Entry<TenantId, List<WindowCount>> tenant : byTenant.entrySet()) {
                written += trends.update(tenant.getKey(), tenant.getValue());
            }
            context.metrics().wrote(written, Map.of());
        };
        Dataset<Row> counts = context.records(ViewRecords.TOPICS)
                .flatMap(decode, Encoders.row(VIEW))
                .withWatermark(VIEWED_AT, LATENESS)
                .groupBy(col(TENANT), window(col(VIEWED_AT), WINDOW.toMinutes() + " minutes"), col(ITEM))
                .count()
                .select(col(TENANT), col("window.start"), col(ITEM), col("count"));
        Duration trigger = settings.trigger().compareTo(TRIGGER) > 0 ? settings.trigger() : TRIGGER;
        return context.writer(this, counts, trigger)
                .outputMode("update")
                .foreachBatch(batch)
                .start();
    }

    private static WindowCount count(Row row) {
        return new WindowCount(row.getTimestamp(1).toInstant(), row.getString(2), row.getLong(3));
    }

    /** Records to views, without those that are none. */
    private record Decode(ViewRecords records) implements FlatMapFunction<Row, Row>, Serializable {
        @Override
        public Iterator<Row> call(Row row) {
            return records.find(EventRecord.of(row))
                    .map(view -> List.of(RowFactory.create(
                                    view.tenant().value(), view.item().value(), Timestamp.from(view.viewedAt())))
                            .iterator())
                    .orElseGet(Collections::emptyIterator);
        }
    }
}
