package dev.tandem.streaming.trending;

import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.VIEWED_AT;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.window;

import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.event.ViewRecords;
import dev.tandem.streaming.event.ViewRows;
import dev.tandem.streaming.query.Query;
import dev.tandem.streaming.query.QueryContext;
import dev.tandem.streaming.query.StreamSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQuery;

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
    /** Lists of what trends need not be of this second, and a batch with state is a dear one. */
    private static final Duration TRIGGER = Duration.ofSeconds(5);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StreamingQuery start(QueryContext context) throws TimeoutException {
        StreamSettings settings = context.settings();
        SharedSession cassandra = new SharedSession(settings.cassandra());
        Trends trends = new Trends(cassandra);
        ViewRecords reading = new ViewRecords(cassandra, settings.productViewsTenant());
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
        Dataset<Row> counts = ViewRows.of(context.records(ViewRecords.TOPICS), reading)
                .withWatermark(VIEWED_AT, LATENESS)
                .groupBy(col(TENANT_ID), window(col(VIEWED_AT), WINDOW.toMinutes() + " minutes"), col(ITEM_ID))
                .count()
                .select(col(TENANT_ID), col("window.start"), col(ITEM_ID), col("count"));
        Duration trigger = settings.trigger().compareTo(TRIGGER) > 0 ? settings.trigger() : TRIGGER;
        return context.writer(this, counts, trigger)
                .outputMode("update")
                .foreachBatch(batch)
                .start();
    }

    private static WindowCount count(Row row) {
        return new WindowCount(row.getTimestamp(1).toInstant(), row.getString(2), row.getLong(3));
    }
}
