package dev.tandem.streaming.bench;

import dev.tandem.core.event.View;
import dev.tandem.core.event.ViewCodec;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackCodec;
import dev.tandem.core.feedback.FeedbackRoute;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Views and critical feedback of one shop, each at its rate. */
final class EventTraffic implements AutoCloseable {
    private static final long SEED = 42;
    private static final int USERS = 5_000;
    private static final int TICK_MILLIS = 10;

    private final KafkaProducer<byte[], byte[]> producer;
    private final TenantId tenant;
    private final String run = UUID.randomUUID().toString();
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final int partitions;
    private long feedbackSent;
    private long viewsSent;

    EventTraffic(KafkaSettings kafka, String tenant) {
        this.tenant = new TenantId(tenant);
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.partitions =
                producer.partitionsFor(Topics.CRITICAL_FEEDBACK.name()).size();
    }

    /** Sends for a while; how much critical feedback there was. */
    long flow(Duration time, int viewRate, int feedbackRate) throws InterruptedException {
        long begun = System.nanoTime();
        long views = 0;
        long feedback = 0;
        long passed = 0;
        while (passed < time.toNanos()) {
            double seconds = (double) passed / TimeUnit.SECONDS.toNanos(1);
            for (; views < seconds * viewRate; views++) {
                sendView();
            }
            for (; feedback < seconds * feedbackRate; feedback++) {
                sendFeedback();
            }
            TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
            passed = System.nanoTime() - begun;
        }
        producer.flush();
        return feedback;
    }

    private void sendView() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        viewsSent++;
        View view = new View(run + "-" + viewsSent, tenant, new UserId(user()), new ItemId(item()), now, "bench");
        send(new ProducerRecord<>(Topics.VIEWS.name(), bytes(view.key()), ViewCodec.encode(view)));
    }

    private void sendFeedback() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        feedbackSent++;
        int score = 1 + random.nextInt(Feedback.MOST_CRITICAL_SCORES);
        Feedback feedback = new Feedback(
                run + "-" + feedbackSent,
                tenant,
                user(),
                item(),
                score,
                "It broke on the first day, and nobody answers the telephone.",
                now,
                now,
                Set.of());
        send(new ProducerRecord<>(
                Topics.CRITICAL_FEEDBACK.name(),
                FeedbackRoute.partition(score, feedback.key(), partitions),
                bytes(feedback.key()),
                FeedbackCodec.encode(feedback)));
    }

    private void send(ProducerRecord<byte[], byte[]> message) {
        Future<?> unused = producer.send(message);
    }

    private String user() {
        return "user-" + random.nextInt(USERS);
    }

    private String item() {
        return "item-" + random.nextInt(BenchShop.ITEMS);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
