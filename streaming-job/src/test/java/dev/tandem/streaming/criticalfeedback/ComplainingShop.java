package dev.tandem.streaming.criticalfeedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.core.schema.Topics;
import dev.tandem.runtime.postgres.PostgresDatabase;
import dev.tandem.streaming.StreamingShop;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A tenant whose users complain, with coupons in PostgreSQL. Topics are shared with other tests, tenants are not. */
final class ComplainingShop implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StreamingShop shop = StreamingShop.open("feedback");
    private final PostgresDatabase postgres = new PostgresDatabase(shop.lease().postgres());

    ComplainingShop() {
        sql("INSERT INTO tenants (tenant_id, name) VALUES (?, 'A shop')", shop.tenant());
        item("vase", "glass");
        item("cup", "china");
        item("plate", "china");
    }

    StreamingShop shop() {
        return shop;
    }

    void item(String id, String category) {
        shop.cql(
                "INSERT INTO items (tenant_id, item_id, name, category) VALUES (?, ?, ?, ?)",
                shop.tenant(),
                id,
                "The " + id,
                category);
    }

    void bought(String user, String item, String price) {
        shop.cql(
                "INSERT INTO order_lines_by_user (tenant_id, user_id, order_id, line_number, item_id, quantity, unit_price,"
                        + " ordered_at, kind) VALUES (?, ?, ?, 1, ?, 1, " + price + ", toTimestamp(now()), 'sale')",
                shop.tenant(),
                user,
                user + "-" + item,
                item);
    }

    /** A coupon of per cent for a category. */
    void coupon(String id, int percent, String category, String more) {
        sql(
                "INSERT INTO coupons (tenant_id, coupon_id, name, discount_kind, discount, category) VALUES (?, ?, ?,"
                        + " 'percent', ?, ?)",
                shop.tenant(),
                id,
                percent + "% off",
                percent,
                category);
        if (!more.isEmpty()) {
            sql("UPDATE coupons SET " + more + " WHERE tenant_id = ? AND coupon_id = ?", shop.tenant(), id);
        }
    }

    void sql(String statement, Object... values) {
        postgres.update(statement, List.of(values));
    }

    /** Sends a feedback, with single quotes and without its tenant, to a partition of the one topic. */
    void complain(String id, String user, String item, int score) {
        send("{'feedback_id':'%s','user_id':'%s','item_id':'%s','score':%d,'text':'Broken'}"
                .formatted(id, user, item, score));
    }

    void send(String message) {
        String json = message.replaceFirst("^\\{", "{'tenant_id':'" + shop.tenant() + "',");
        shop.topics()
                .send(
                        Topics.CRITICAL_FEEDBACK.name(),
                        shop.tenant() + "/k",
                        json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        shop.topics().flush();
    }

    /** Every offer that was sent to a user. */
    List<JsonNode> offers(String user) {
        return shop.topics().values(Topics.OFFERS.name(), shop.tenant() + "/" + user).stream()
                .map(ComplainingShop::json)
                .toList();
    }

    /** The ids of the coupons that a user was sent; "–" for none. */
    List<String> coupons(String user) {
        return offers(user).stream()
                .map(offer -> offer.path("discount").path("coupon_id").asText("–"))
                .toList();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        shop.close();
    }
}
