package dev.tandem.local.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedEventTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tandem.views.v1; {'tenant_id':'shop','user_id':'ann','item_id':'i'}; shop/ann",
                "tandem.users.v1; {'tenant_id':'shop','user_id':'ann'}; shop/ann",
                "tandem.items.v1; {'tenant_id':'shop','item_id':'hat','name':'Hat','category':'c'}; shop/hat",
                "tandem.orders.v1; {'tenant_id':'shop','order_id':'o-1','lines':[{'item_id':'i','quantity':1}]}; shop/o-1",
                "tandem.orders.v1; {'tenant_id':'shop','order_id':'o-1'}; former",
                "product_views; {}; former"
            })
    void aRepairedEventHasTheKeyThatItNames(String topic, String payload, String key) {
        byte[] message = "{'topic':'%s','received_at':'2026-11-01T09:30:00Z','reason':'missing_field','payload':%s}"
                .formatted(topic, payload)
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);

        RefusedEvent refused = RefusedEvent.parse(message, "former".getBytes(StandardCharsets.UTF_8), topic);

        assertThat(new String(refused.message().key(), StandardCharsets.UTF_8)).isEqualTo(key);
    }
}
