package dev.tandem.streaming.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.event.Registration;
import dev.tandem.core.event.RegistrationKind;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.postgres.PostgresWriter;
import dev.tandem.streaming.event.EventRecord;
import dev.tandem.streaming.event.Rejections;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ChunkIT {
    private static final RegisteringShop SHOP = new RegisteringShop();
    private static final Instant RECEIVED = Instant.parse("2026-11-01T09:30:00Z");

    private final Chunk chunk = new Chunk(RegistrationKind.ITEM);

    @AfterAll
    static void close() {
        SHOP.close();
    }

    private void add(String item, String rest) throws Exception {
        String json =
                "{\"tenant_id\":\"%s\",\"item_id\":\"%s\",\"category\":\"all\"%s}".formatted(SHOP.tenant(), item, rest);
        EventRecord event = new EventRecord(
                (SHOP.tenant() + "/" + item).getBytes(StandardCharsets.UTF_8),
                json.getBytes(StandardCharsets.UTF_8),
                Topics.ITEMS.name(),
                0,
                7,
                RECEIVED);
        chunk.add(
                event, new Registration(RegistrationKind.ITEM, new TenantId(SHOP.tenant()), item, RECEIVED, (ObjectNode)
                        new ObjectMapper().readTree(json)));
    }

    @Test
    void whatPostgresqlRefusesAllTheSameIsRejectedAndHoldsUpNoneOfTheOthers() throws Exception {
        add("first", ",\"name\":\"First\"");
        add("nameless", "");
        add("dear", ",\"name\":\"Dear\",\"price\":1e11");
        add("last", ",\"name\":\"Last\"");
        Rejections rejections = new Rejections(new KafkaSettings(SHOP.lease().kafkaBootstrapServers()));

        long written = chunk.write(new PostgresWriter(SHOP.lease().postgres()), rejections);
        rejections.finish();

        assertThat(written).isEqualTo(2);
        assertThat(SHOP.find("SELECT item_id FROM items WHERE tenant_id = ? AND item_id <> 'cup' ORDER BY 1"))
                .containsExactly("first", "last");
        assertThat(rejections.counts()).isEqualTo(Map.of("invalid_value", 2L));
        assertThat(SHOP.rejected(Topics.ITEMS.name(), "dear"))
                .singleElement()
                .asString()
                .contains("PostgreSQL does not take", "numeric field overflow", "\"offset\":7");
    }

    @Test
    void ofOneKeyTheLaterIsLaidOverTheEarlier() throws Exception {
        add("cup", ",\"name\":\"Cup\",\"price\":3");
        add("cup", ",\"name\":\"Mug\"");

        long written = chunk.write(
                new PostgresWriter(SHOP.lease().postgres()),
                new Rejections(new KafkaSettings(SHOP.lease().kafkaBootstrapServers())));

        assertThat(written).isEqualTo(1);
        assertThat(SHOP.find("SELECT concat(name, price) FROM items WHERE tenant_id = ? AND item_id = 'cup'"))
                .containsExactly("Mug3.00");
    }
}
