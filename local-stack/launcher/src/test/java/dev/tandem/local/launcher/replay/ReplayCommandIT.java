package dev.tandem.local.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.event.RefusalReason;
import dev.tandem.core.event.RejectedEvent;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.local.launcher.CommandRun;
import dev.tandem.local.launcher.publishing.TopicMessages;
import dev.tandem.local.launcher.publishing.TopicMessages.Message;
import dev.tandem.local.launcher.publishing.TopicPublisher;
import dev.tandem.local.services.SharedStack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandIT {
    private static final Instant RECEIVED = Instant.parse("2026-11-01T09:30:00.250Z");

    private static TopicMessages topics;

    private String topic = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void findKafka() {
        topics = new TopicMessages(SharedStack.lease("replay").kafkaBootstrapServers());
    }

    @BeforeEach
    void makeTopics() throws Exception {
        topic = topics.newTopicAndItsRejected();
    }

    @Test
    void sendsWhatWasRefusedAsItWasUnderItsKeyAndOfItsTime() throws Exception {
        byte[] noText = {(byte) 0xff, 1};
        reject("shop/anna", RefusalReason.INVALID_JSON, "{\"half\":".getBytes(StandardCharsets.UTF_8));
        reject(null, RefusalReason.INVALID_JSON, noText);

        CommandRun run = replay();

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(topics.all(topic))
                .containsExactlyInAnyOrder(
                        new Message("shop/anna", "{\"half\":", RECEIVED),
                        new Message(null, new String(noText, StandardCharsets.UTF_8), RECEIVED));
        assertThat(run.out())
                .contains(
                        "2 read from %1$s.rejected: 2 sent to %1$s {invalid_json=2}, 0 left out, 0 unreadable"
                                .formatted(topic),
                        "The broker remembers it in group tandem-replay; --again begins with the first");
    }

    @Test
    void sendsTheNextTimeOnlyWhatIsNewUnlessEverythingIsWanted() throws Exception {
        reject("a", RefusalReason.MISSING_FIELD, "1");
        replay();
        reject("b", RefusalReason.MISSING_FIELD, "2");

        CommandRun second = replay();
        CommandRun third = replay();
        List<String> sent = values();
        CommandRun again = replay("--again");

        assertThat(second.out()).contains("1 read from", "1 sent to");
        assertThat(third.out()).contains("0 read from", "0 sent to");
        assertThat(sent).containsExactlyInAnyOrder("1", "2");
        assertThat(again.out()).contains("2 read from", "2 sent to");
        assertThat(values()).containsExactlyInAnyOrder("1", "1", "2", "2");
    }

    @Test
    void sendsOneReasonWithoutLosingOrRepeatingTheOthers() throws Exception {
        reject("a", RefusalReason.MISSING_FIELD, "1");
        reject("a", RefusalReason.UNKNOWN_TENANT, "2");
        reject("a", RefusalReason.MISSING_FIELD, "3");

        CommandRun ofTenants = replay("--reason=unknown_tenant");
        CommandRun ofTenantsAgain = replay("--reason=unknown_tenant");
        List<String> sent = values();
        reject("a", RefusalReason.UNKNOWN_TENANT, "4");
        CommandRun rest = replay();

        assertThat(ofTenants.out())
                .contains("3 read from", "1 sent to", "2 left out", "in group tandem-replay.unknown_tenant");
        assertThat(ofTenantsAgain.out()).contains("0 read from");
        assertThat(sent).containsExactly("2");
        assertThat(rest.out()).contains("4 read from", "3 sent to", "1 left out");
        assertThat(values()).containsExactlyInAnyOrder("2", "1", "3", "4");
    }

    @Test
    void whatIsExportedAndRepairedIsSentInstead() throws Exception {
        reject("shop/anna", RefusalReason.INVALID_VALUE, "{\"user_id\":\"anna\",\"item_id\":\"\"}");
        reject("shop/ben", RefusalReason.MISSING_FIELD, "{\"user_id\":\"ben\"}");
        Path file = folder.resolve("refused.ndjson");

        CommandRun exported = replay("--export=" + file);
        List<String> beforeRepair = values();
        List<String> lines = Files.readAllLines(file);
        Files.write(
                file,
                lines.stream()
                        .map(line -> line.replace("\\\"item_id\\\":\\\"\\\"", "\\\"item_id\\\":\\\"i-1\\\"")
                                .replace(
                                        "\"{\\\"user_id\\\":\\\"ben\\\"}\"",
                                        "{\"user_id\":\"ben\",\"item_id\":\"i-2\"}"))
                        .toList());
        CommandRun repaired = replay("--from=" + file);
        CommandRun rest = replay();

        assertThat(exported.out()).contains("2 read from", "2 written to " + file);
        assertThat(beforeRepair).isEmpty();
        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("\"topic\":\"" + topic + "\"", "\"reason\":", "\"offset\":", "\"payload\":"));
        assertThat(repaired.exitCode()).as(repaired.err()).isZero();
        assertThat(repaired.out()).contains("2 read from " + file + ": 2 sent to " + topic + ", 0 bad lines");
        assertThat(topics.all(topic))
                .containsExactlyInAnyOrder(
                        new Message("shop/anna", "{\"user_id\":\"anna\",\"item_id\":\"i-1\"}", RECEIVED),
                        new Message("shop/ben", "{\"user_id\":\"ben\",\"item_id\":\"i-2\"}", RECEIVED));
        assertThat(rest.out()).contains("0 read from");
    }

    @Test
    void anExportOverwritesNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("refused.ndjson"), "repaired in an hour of work\n");
        reject("a", RefusalReason.MISSING_FIELD, "1");

        CommandRun exported = replay("--export=" + file);

        assertThat(exported.exitCode()).isEqualTo(3);
        assertThat(exported.err()).contains("is there already; name a new file with --export");
        assertThat(file).hasContent("repaired in an hour of work");
        assertThat(replay().out()).contains("1 sent to");
    }

    @Test
    void linesThatAreNoRefusedEventsOfTheTopicAreNamedAndTheRestIsSent() throws Exception {
        Path file = Files.write(
                folder.resolve("refused.ndjson"),
                List.of(
                        "no json",
                        "{\"topic\":\"%s\",\"payload\":\"1\"}".formatted(topic),
                        "{\"topic\":\"another\",\"payload\":\"2\"}",
                        "{\"topic\":\"%s\"}".formatted(topic),
                        "{\"topic\":\"%s\",\"payload_base64\":\"%%\"}".formatted(topic)));

        CommandRun run = replay("--from=" + file);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(values()).containsExactly("1");
        assertThat(run.out())
                .contains(
                        "line 1: No JSON",
                        "line 3: topic is 'another'; allowed: " + topic,
                        "line 4: payload is missing",
                        "line 5: payload_base64 is '%'; allowed: base64",
                        "1 sent to " + topic + ", 4 bad lines");
    }

    @Test
    void whatIsNoRefusedEventStopsNothing() throws Exception {
        publish("a", "who wrote this?".getBytes(StandardCharsets.UTF_8));
        reject("a", RefusalReason.MISSING_FIELD, "1");

        CommandRun run = replay();

        assertThat(run.exitCode()).isZero();
        assertThat(values()).containsExactly("1");
        assertThat(run.out()).contains(", offset 0, is no refused event: No JSON", "1 sent to", "1 unreadable");
    }

    @Test
    void aViewWhoseUserWasRepairedHasTheKeyOfThatUser() throws Exception {
        String rejected =
                """
                {"topic":"tandem.views.v1","received_at":"%s","reason":"missing_field","key":"replay-test/",\
                "payload":{"event_id":"%s","tenant_id":"replay-test","user_id":"anna","item_id":"i-1"}}
                """
                        .formatted(RECEIVED, topic);
        Path file = Files.writeString(folder.resolve("refused.ndjson"), rejected);

        CommandRun run = CommandRun.of(
                folder,
                List.of(
                        "replay",
                        "tandem.views.v1.rejected",
                        "--from=" + file,
                        "--kafka.bootstrap-servers=" + topics.bootstrapServers()));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(topics.all("tandem.views.v1"))
                .filteredOn(message -> message.value().contains(topic))
                .extracting(Message::key, Message::timestamp)
                .containsExactly(tuple("replay-test/anna", RECEIVED));
    }

    @Test
    void aTopicThatIsNotThereIsSaidToBeSo() {
        CommandRun run = CommandRun.of(
                folder, List.of("replay", "nobody.rejected", "--kafka.bootstrap-servers=" + topics.bootstrapServers()));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("REJECTED-TOPIC is 'nobody.rejected'; allowed: a topic that is there");
    }

    private CommandRun replay(String... options) {
        List<String> words = new ArrayList<>(
                List.of("replay", topic + ".rejected", "--kafka.bootstrap-servers=" + topics.bootstrapServers()));
        words.addAll(List.of(options));
        return CommandRun.of(folder, words);
    }

    private List<String> values() {
        return topics.all(topic).stream().map(Message::value).toList();
    }

    private void reject(String key, RefusalReason reason, String payload) throws InterruptedException {
        reject(key, reason, payload.getBytes(StandardCharsets.UTF_8));
    }

    private void reject(@Nullable String key, RefusalReason reason, byte[] payload) throws InterruptedException {
        EventRefusal refusal = new EventRefusal(reason, "item_id", "", "item_id is missing");
        publish(key, new RejectedEvent(topic, 0, 7, RECEIVED, refusal, payload).encode());
    }

    private void publish(@Nullable String key, byte[] value) throws InterruptedException {
        try (TopicPublisher publisher = TopicPublisher.open(new KafkaSettings(topics.bootstrapServers()))) {
            publisher.publish(new ProducerRecord<>(
                    topic + ".rejected", key == null ? null : key.getBytes(StandardCharsets.UTF_8), value));
            publisher.flush();
        }
    }
}
