package dev.tandem.streaming.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.core.schema.Topics;
import dev.tandem.streaming.StreamingProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationsQueryIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final RegisteringShop SHOP = new RegisteringShop();

    @TempDir
    private static Path folder;

    private static StreamingProcess streaming;

    @BeforeAll
    static void start() {
        streaming = StreamingProcess.start(
                        SHOP.lease(),
                        folder,
                        "--queries=registrations",
                        "--max-batch-records=300",
                        "--pending-orders.overdue-after=PT0S")
                .awaitReady();
    }

    @AfterAll
    static void close() {
        streaming.close();
        SHOP.close();
    }

    private static List<String> user(String id) {
        return SHOP.find(
                """
                SELECT concat_ws(' ', name, attributes, to_char(registered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'))
                FROM users WHERE tenant_id = ? AND user_id = ?""",
                id);
    }

    private static List<String> item(String id) {
        return SHOP.find(
                """
                SELECT concat_ws(' ', name, category, price, in_stock, attributes) FROM items
                WHERE tenant_id = ? AND item_id = ?""",
                id);
    }

    private static List<String> order(String id) {
        return SHOP.find(
                """
                SELECT concat_ws(' ', user_id, kind, to_char(ordered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
                  to_char(cancelled_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
                  (SELECT string_agg(concat_ws(' ', line_number, item_id, quantity, unit_price), ', ' ORDER BY line_number)
                   FROM order_lines l WHERE (l.tenant_id, l.order_id) = (o.tenant_id, o.order_id)))
                FROM orders o WHERE tenant_id = ? AND order_id = ?""",
                id);
    }

    private static List<String> coupon(String id) {
        return SHOP.find(
                """
                SELECT concat_ws(' ', name, discount_kind, discount, category, item_ids,
                  to_char(valid_from AT TIME ZONE 'UTC', 'YYYY-MM-DD'), to_char(valid_until AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
                  to_char(withdrawn_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'), attributes, min_severity, once_per_user,
                  cool_down_days, budget)
                FROM coupons WHERE tenant_id = ? AND coupon_id = ?""",
                id);
    }

    private static List<String> changeOfCoupon(String id) {
        return SHOP.find("SELECT change_number FROM coupons WHERE tenant_id = ? AND coupon_id = ?", id);
    }

    private static List<String> waiting(String order) {
        return SHOP.find(
                """
                SELECT concat_ws(' ', missing_user, array_to_string(missing_items, ' ')) FROM pending_orders
                WHERE tenant_id = ? AND order_id = ? AND NOT is_due""",
                order);
    }

    private static List<String> changes(String beginning) {
        return SHOP.find(
                """
                SELECT concat(order_id, o.change_number, u.change_number, i.change_number)
                FROM orders o JOIN order_lines l USING (tenant_id, order_id) JOIN users u USING (tenant_id, user_id)
                JOIN items i USING (tenant_id, item_id) WHERE tenant_id = ? AND order_id LIKE ?""",
                beginning + "-%");
    }

    @Test
    void whatAMessageLeavesOutStaysAsItIs() {
        SHOP.user("ann", ",'name':'Ann','attributes':{'vip':true},'registered_at':'2026-01-01T00:00:00Z'");
        SHOP.item("cup", ",'price':3.5,'in_stock':false,'attributes':{'colour':'red'}");
        SHOP.order(
                "a-1",
                "'user_id':'ann','ordered_at':'2026-02-01T00:00:00Z','lines':[{'item_id':'cup','quantity':2,'unit_price':3},"
                        + "{'item_id':'cup','quantity':1}]");
        await().atMost(PATIENCE).until(() -> order("a-1").size() == 1);
        assertThat(user("ann")).containsExactly("Ann {\"vip\": true} 2026-01-01");
        assertThat(item("cup")).containsExactly("The cup all 3.50 f {\"colour\": \"red\"}");
        assertThat(order("a-1")).containsExactly("ann sale 2026-02-01 1 cup 2 3.0000, 2 cup 1 3.5000");

        SHOP.user("ann", ",'attributes':{}");
        SHOP.item("cup", ",'in_stock':true");
        SHOP.order(
                "a-1",
                "'cancelled_at':'2026-02-02T00:00:00Z','lines':[{'line_number':2,'item_id':'cup','quantity':5}]");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(order("a-1"))
                .containsExactly("ann sale 2026-02-01 2026-02-02 2 cup 5 3.5000"));
        assertThat(user("ann")).containsExactly("Ann {} 2026-01-01");
        assertThat(item("cup")).containsExactly("The cup all 3.50 t {\"colour\": \"red\"}");
    }

    @Test
    void aCouponIsStoredAndWrittenAgainOnlyWhereItHasChanged() {
        SHOP.coupon(
                "ten",
                "'discount_kind':'percent','discount':10,'category':'cups','item_ids':['cup','mug'],'min_severity':2,"
                        + "'valid_from':'2026-01-01T00:00:00Z','valid_until':'2040-01-01T00:00:00Z','budget':5");
        SHOP.coupon("five", "'discount_kind':'amount','discount':5");
        await().atMost(PATIENCE).until(() -> coupon("five").size() == 1);
        assertThat(coupon("five")).containsExactly("The five amount 5.00 {} {} 1 t 0");
        await().atMost(PATIENCE).until(() -> coupon("ten").size() == 1);
        assertThat(coupon("ten"))
                .containsExactly("The ten percent 10.00 cups {cup,mug} 2026-01-01 2040-01-01 {} 2 t 0 5");
        List<String> five = changeOfCoupon("five");

        SHOP.coupon("five", "'discount_kind':'amount','discount':5.00");
        SHOP.coupon("ten", "'discount_kind':'percent','discount':10,'valid_until':'2025-01-01T00:00:00Z'");
        await().atMost(PATIENCE)
                .until(() -> SHOP.rejected(Topics.COUPONS.name(), "ten").size() == 1);
        SHOP.coupon(
                "ten",
                "'discount_kind':'percent','discount':12.5,'item_ids':[],'once_per_user':false,"
                        + "'cool_down_days':7,'withdrawn_at':'2026-02-01T00:00:00Z','attributes':{'code':'X'}");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(coupon("ten"))
                .containsExactly(
                        "The ten percent 12.50 cups {} 2026-01-01 2040-01-01 2026-02-01 {\"code\": \"X\"} 2 f 7 5"));
        assertThat(changeOfCoupon("five")).isEqualTo(five);
    }

    @Test
    void theSameAgainChangesNothing() {
        SHOP.user("bob", ",'name':'Bob'");
        SHOP.item("hat", ",'price':10");
        SHOP.order("b-1", "'user_id':'bob','lines':[{'item_id':'hat','quantity':1,'unit_price':9.99}]");
        await().atMost(PATIENCE).until(() -> order("b-1").size() == 1);
        List<String> before = changes("b");

        SHOP.user("bob", ",'name':'Bob'");
        SHOP.item("hat", ",'price':10");
        SHOP.order("b-1", "'user_id':'bob','lines':[{'item_id':'hat','quantity':1,'unit_price':9.99}]");
        SHOP.user("bea", "");

        await().atMost(PATIENCE).until(() -> user("bea").size() == 1);
        assertThat(changes("b")).isEqualTo(before);
    }

    @Test
    void anOrderWaitsForItsUserAndItsItemsWhoeverBringsThem() {
        SHOP.order(
                "c-1",
                "'user_id':'cleo','ordered_at':'2026-02-01T00:00:00Z','lines':[{'item_id':'pen','quantity':1},"
                        + "{'item_id':'ink','quantity':1}]");
        SHOP.order("c-2", "'user_id':'cleo','lines':[{'item_id':'pen','quantity':7}]");
        await().atMost(PATIENCE).until(() -> waiting("c-1").equals(List.of("cleo ink pen")));
        assertThat(waiting("c-2")).containsExactly("cleo pen");
        await().atMost(PATIENCE).until(() -> streaming
                .output()
                .matches("(?s).*c-1, received at \\S+, waits for user cleo" + " and items ink, pen.*"));
        await().atMost(PATIENCE).until(() -> metrics().contains("tandem_stream_waiting{query=\"registrations\"} 2"));

        SHOP.user("cleo", "");
        SHOP.item("pen", "");
        await().atMost(PATIENCE).until(() -> order("c-2").size() == 1);
        assertThat(waiting("c-2")).isEmpty();
        SHOP.order("c-1", "'lines':[{'item_id':'ink','quantity':3}]");
        SHOP.sql("INSERT INTO items (tenant_id, item_id, name, category, price) VALUES (?, 'ink', 'Ink', 'all', 1.5)");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(order("c-1")).containsExactly("cleo sale 2026-02-01 1 ink 3 1.5000"));
        assertThat(waiting("c-1")).isEmpty();
    }

    @Test
    void brokenRecordsAreKeptWithTheirReasonsAndTheirNeighboursStored() throws Exception {
        SHOP.send(
                Topics.USERS.name(),
                "broken",
                "{'user_id':'dan'}",
                "{'user_id':",
                "{'user_id':'dan','name':7}",
                "{'user_id':'dan','tenant_id':'nobody'}",
                "{'user_id':'dan','attributes':{'text':'\\u0000'}}",
                "{'user_id':'dora'}");

        await().atMost(PATIENCE)
                .until(() -> SHOP.rejected(Topics.USERS.name(), "broken").size() == 4);
        List<String> reasons = new ArrayList<>();
        for (String kept : SHOP.rejected(Topics.USERS.name(), "broken")) {
            JsonNode json = new ObjectMapper().readTree(kept);
            reasons.add(json.get("reason").textValue() + " " + json.get("field").textValue());
        }
        assertThat(reasons)
                .containsExactly(
                        "invalid_json ", "wrong_type name", "unknown_tenant tenant_id", "invalid_value attributes");
        await().atMost(PATIENCE).until(() -> user("dora").size() == 1);
        assertThat(user("dan")).hasSize(1);
    }

    @Test
    void killedInTheMiddleItGoesOnWhereItWas() {
        int orders = 3_000;
        for (int i = 0; i < orders; i++) {
            SHOP.queue(
                    Topics.ORDERS.name(),
                    "e-" + i,
                    "{'order_id':'e-%d','user_id':'eve','lines':[{'item_id':'eel','quantity':1,'unit_price':1},"
                                    .formatted(i)
                            + "{'item_id':'eel','quantity':2,'unit_price':1}]}");
        }
        SHOP.user("eve", "");
        SHOP.item("eel", "");
        await().atMost(PATIENCE).until(() -> stored() > orders / 10);
        streaming.kill();
        assertThat(stored()).isLessThan(orders);

        start();

        await().atMost(PATIENCE).until(() -> stored() == orders);
        assertThat(SHOP.find("SELECT count(*) FROM order_lines WHERE tenant_id = ? AND order_id LIKE 'e-%'"))
                .containsExactly(String.valueOf(2 * orders));
        assertThat(SHOP.find("SELECT count(*) FROM pending_orders WHERE tenant_id = ? AND order_id LIKE 'e-%'"))
                .containsExactly("0");
    }

    private static long stored() {
        return Long.parseLong(SHOP.find("SELECT count(*) FROM orders WHERE tenant_id = ? AND order_id LIKE 'e-%'")
                .get(0));
    }

    private static String metrics() {
        return streaming.get("/metrics").orElseThrow().body();
    }
}
