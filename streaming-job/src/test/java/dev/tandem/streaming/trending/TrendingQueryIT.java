package dev.tandem.streaming.trending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.streaming.StreamingProcess;
import dev.tandem.streaming.StreamingShop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendingQueryIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final StreamingShop SHOP = StreamingShop.open("trending");

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        SHOP.close();
    }

    private static void item(String id, String category) {
        SHOP.cql(
                "INSERT INTO items (tenant_id, item_id, name, category, in_stock) VALUES (?, ?, ?, ?, true)",
                SHOP.tenant(),
                id,
                "The " + id,
                category);
    }

    private static String list(String category) {
        List<Row> rows = SHOP.cql(
                "SELECT items FROM trending_by_category WHERE tenant_id = ? AND category = ?", SHOP.tenant(), category);
        return rows.isEmpty() ? "" : String.valueOf(rows.get(0).getString(0));
    }

    @Test
    void whatIsLookedAtMostIsFirstAndCountsGoOnAfterARestart() {
        item("cup", "kitchen");
        item("lamp", "light");
        StreamingProcess first = StreamingProcess.start(SHOP.lease(), folder, "--queries=trending")
                .awaitReady();
        SHOP.look("ada", "cup");
        SHOP.look("bob", "cup");
        SHOP.look("ada", "lamp");
        await().atMost(PATIENCE).until(() -> list("*").matches("(?s).*\"cup\".*\"lamp\".*"));
        assertThat(list("light")).contains("\"name\":\"The lamp\"").doesNotContain("cup");
        first.kill();

        try (StreamingProcess second = StreamingProcess.start(SHOP.lease(), folder, "--queries=trending")) {
            SHOP.look("bob", "lamp");
            SHOP.look("cy", "lamp");

            await().atMost(PATIENCE).until(() -> list("*").matches("(?s).*\"lamp\".*\"cup\".*"));
            assertThat(second.stop()).isZero();
        }
    }
}
