package dev.tandem.streaming.query;

import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.shop.TenantId;
import java.net.URI;
import java.time.Duration;

/**
 * What all queries share.
 *
 * @param checkpoints the folder in which each query has one for how far it has come
 * @param trigger how long a query waits at the least from one batch's begin to the next one's
 * @param maxBatchRecords how many records a batch takes at the most
 * @param productViewsTenant whose views come on topic {@code product_views}
 * @param ordersOverdueAfter how long an order may wait for what it names before it is reported
 * @param feedback how critical feedback is taken
 * @param tuning whose settings sources, batches and checkpoints have
 */
public record StreamSettings(
        KafkaSettings kafka,
        CassandraSettings cassandra,
        PostgresSettings postgres,
        URI checkpoints,
        Duration trigger,
        long maxBatchRecords,
        TenantId productViewsTenant,
        Duration ordersOverdueAfter,
        FeedbackSettings feedback,
        Tuning tuning) {
    /** How long a query waits whose batches are not worth beginning more often than this. */
    public Duration triggerOfAtLeast(Duration least) {
        return trigger.compareTo(least) > 0 ? trigger : least;
    }
}
