package dev.tandem.serving.offer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.tandem.core.offer.OfferCodec;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.BreakableLink;
import dev.tandem.serving.cassandra.LeasedCassandra;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Offers out of a real Kafka. */
@Timeout(120)
class KafkaOfferFeedIT {
    private static final Duration LONG = Duration.ofSeconds(30);

    // Topics outlive a test, so each test has a tenant that nobody had before.
    private final TenantId tenant = new TenantId("offers-" + UUID.randomUUID());
    private final BreakableLink link = new BreakableLink(address(LeasedCassandra.kafka()));
    private final KafkaOfferFeed feed =
            new KafkaOfferFeed(new KafkaSettings("127.0.0.1:" + link.address().getPort()));
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    LeasedCassandra.kafka().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    private final List<PublishedOffer> brought = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        feed.close();
        producer.close();
        link.close();
    }

    @Test
    void whatIsPublishedSinceItListensIsBroughtAsSoonAsTheBrokerIsThere() {
        publish(0, OfferCodec.text(Feedbacks.offer(tenant, "before")));
        CompletableFuture<Void> listening = feed.open(this::keep);
        assertThat(listening).isNotDone();

        link.mend();
        await().atMost(LONG).until(listening::isDone);
        publish(0, OfferCodec.text(Feedbacks.offer(tenant, "f-1")));
        publish(1, "no offer");
        publish(1, OfferCodec.text(Feedbacks.offer(tenant, "f-2")).replace(",\"reason\"", ",\r\n\"reason\""));
        publish(2, OfferCodec.text(Feedbacks.offer(tenant, "f-3")));

        await().atMost(LONG).until(() -> brought.size() >= 3);
        assertThat(brought)
                .extracting(PublishedOffer::partition, PublishedOffer::json)
                .containsExactlyInAnyOrder(
                        tuple(0, OfferCodec.text(Feedbacks.offer(tenant, "f-1"))),
                        tuple(
                                1,
                                OfferCodec.text(Feedbacks.offer(tenant, "f-2"))
                                        .replace(",\"reason\"", ",  \"reason\"")),
                        tuple(2, OfferCodec.text(Feedbacks.offer(tenant, "f-3"))));
    }

    private void keep(PublishedOffer offer) {
        if (offer.tenant().equals(tenant)) {
            brought.add(offer);
        }
    }

    private void publish(int partition, String message) {
        try {
            producer.send(new ProducerRecord<>(Topics.OFFERS.name(), partition, null, message.getBytes(UTF_8)))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static InetSocketAddress address(KafkaSettings kafka) {
        String[] parts = kafka.bootstrapServers().split(":", 2);
        return InetSocketAddress.createUnresolved(parts[0], Integer.parseInt(parts[1]));
    }
}
