package dev.tandem.local.launcher.writer;

import static dev.tandem.local.launcher.writer.Offers.offer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferAck;
import dev.tandem.core.offer.OfferCodec;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.CommandRun;
import dev.tandem.local.launcher.publishing.TopicMessages;
import dev.tandem.local.launcher.publishing.TopicMessages.Message;
import dev.tandem.local.launcher.publishing.TopicPublisher;
import dev.tandem.local.services.SharedStack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfferWriterIT {
    private static final Instant NOW = Instant.parse("2026-12-01T09:31:00Z");
    private final Instant patience = Instant.now().plusSeconds(120);

    private static TopicMessages topics;

    private final String tenant = "writer-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> printed = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void findKafka() {
        topics = new TopicMessages(SharedStack.lease("writer").kafkaBootstrapServers());
    }

    @Test
    void eachOfferIsWrittenOnceAndAcknowledgedEachTimeAndWhatIsNoneIsKept() throws Exception {
        publish(
                offer().of(tenant, "f-1").named("Ben").build(),
                offer().of(tenant, "f-2").build());
        publish(offer().of(tenant, "f-1").named("Ben").build().again(2));
        publish("{\"offer_id\":1}");
        publish(offer().of("somebody-else", "f-3").build());

        WriterCounts counts = run(4);

        assertThat(counts).isEqualTo(new WriterCounts(3, 2, 3, 1));
        assertThat(printed).hasSize(2).anySatisfy(line -> assertThat(line)
                .startsWith("offer-f-1 to %s/user-39: Dear Ben, we are sorry that".formatted(tenant)));
        assertThat(acknowledged()).containsExactlyInAnyOrder("offer-f-1", "offer-f-1", "offer-f-2");
        assertThat(ofTenant("tandem.offers.v1.rejected"))
                .singleElement()
                .satisfies(message -> assertThat(message.value()).contains("\"payload\":\"{\\\"offer_id\\\":1}\""));
    }

    @Test
    void theNextWriterGoesOnWhereThisOneEnded() throws Exception {
        publish(offer().of(tenant, "f-1").build());
        run(1);
        publish(offer().of(tenant, "f-2").build());

        WriterCounts counts = run(1);

        assertThat(counts).isEqualTo(new WriterCounts(1, 1, 1, 0));
        assertThat(acknowledged()).containsExactlyInAnyOrder("offer-f-1", "offer-f-2");
    }

    @Test
    void theCommandEndsWithItsCounts() {
        CommandRun run = CommandRun.of(
                folder,
                List.of(
                        "writer",
                        "--tenant=" + tenant,
                        "--from=latest",
                        "--duration=PT0.5S",
                        "--kafka.bootstrap-servers=" + topics.bootstrapServers()));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualToIgnoringNewLines("0 offers, 0 different, 0 acknowledged");
    }

    private WriterCounts run(int messages) throws InterruptedException {
        OfferWriter writer = new OfferWriter(
                new KafkaSettings(topics.bootstrapServers()),
                new OfferWriter.Options(Optional.of(new TenantId(tenant)), "earliest", Acknowledging.once),
                Templates.open(Optional.empty(), Optional.empty()),
                Clock.fixed(NOW, ZoneOffset.UTC),
                printed::add);
        return writer.run(() -> writer.counts().offers() + writer.counts().refused() < messages
                && Instant.now().isBefore(patience));
    }

    private List<String> acknowledged() {
        return ofTenant("tandem.offer-acks.v1").stream()
                .map(message -> OfferAck.decode(message.value().getBytes(StandardCharsets.UTF_8), NOW))
                .peek(ack -> assertThat(ack.acknowledgedAt()).isEqualTo(NOW))
                .map(OfferAck::offerId)
                .toList();
    }

    /** This tenant's messages on a topic, which is shared. */
    private List<Message> ofTenant(String topic) {
        return topics.all(topic).stream()
                .filter(message -> String.valueOf(message.key()).startsWith(tenant + "/"))
                .toList();
    }

    private void publish(Offer... offers) throws InterruptedException {
        for (Offer each : offers) {
            publish(each.feedback().tenant() + "/user-39", OfferCodec.text(each));
        }
    }

    private void publish(String value) throws InterruptedException {
        publish(tenant + "/user-39", value);
    }

    private static void publish(String key, String value) throws InterruptedException {
        try (TopicPublisher publisher = TopicPublisher.open(new KafkaSettings(topics.bootstrapServers()))) {
            publisher.publish(new ProducerRecord<>(
                    "tandem.offers.v1", key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8)));
            publisher.flush();
        }
    }
}
