package dev.tandem.streaming.criticalfeedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.core.coupon.Recipient;
import dev.tandem.core.schema.Topics;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.StreamingProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CriticalFeedbackQueryIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ComplainingShop SHOP = new ComplainingShop();

    @TempDir
    private static Path folder;

    private static StreamingProcess streaming;

    @BeforeAll
    static void start() {
        SHOP.coupon("china-15", 15, "china", "once_per_user = false");
        SHOP.coupon("china-20", 20, "china", "min_severity = 3");
        SHOP.coupon("glass-10", 10, "glass", "once_per_user = false");
        streaming = StreamingProcess.start(SHOP.shop().lease(), folder, "--queries=critical-feedback")
                .awaitReady();
    }

    @AfterAll
    static void stop() {
        streaming.close();
        SHOP.close();
    }

    private static Row stored(String feedbackId) {
        return SHOP.shop()
                .cql(
                        "SELECT * FROM feedback_by_id WHERE tenant_id = ? AND feedback_id = ?",
                        SHOP.shop().tenant(),
                        feedbackId)
                .get(0);
    }

    private static boolean isDelivered(String feedbackId) {
        return !SHOP.shop()
                        .cql(
                                "SELECT * FROM feedback_by_id WHERE tenant_id = ? AND feedback_id = ?",
                                SHOP.shop().tenant(),
                                feedbackId)
                        .isEmpty()
                && !stored(feedbackId).isNull("delivered_at");
    }

    @Test
    void aCriticalFeedbackIsAnsweredWithTheCouponThatIsWorthMostToItsUser() {
        SHOP.bought("ann", "cup", "40.00");

        SHOP.complain("ann-1", "ann", "cup", 2);

        await().atMost(PATIENCE).until(() -> isDelivered("ann-1"));
        assertThat(SHOP.offers("ann")).hasSize(1);
        JsonNode offer = SHOP.offers("ann").get(0);
        assertThat(offer.get("offer_id").asText()).isEqualTo("offer-ann-1");
        assertThat(offer.get("item_name").asText()).isEqualTo("The cup");
        assertThat(offer.get("feedback").get("text").asText()).isEqualTo("Broken");
        assertThat(offer.get("feedback").get("severity").asInt()).isEqualTo(2);
        assertThat(offer.get("discount").get("coupon_id").asText()).isEqualTo("china-15");
        // 40.00 an order, all of it on china; probability 0.05 + 0.40 + 0.25 × 0.7 + 0.15 / 6.
        assertThat(offer.get("probability").asDouble()).isEqualTo(0.65);
        assertThat(offer.get("benefit").asDouble()).isEqualTo(3.9);
        Row row = stored("ann-1");
        assertThat(row.getString("coupon_id")).isEqualTo("china-15");
        assertThat(row.getInt("attempts")).isEqualTo(1);
        assertThat(row.getSet("flags", String.class)).containsExactly("missing_time");
        assertThat(SHOP.shop()
                        .cql(
                                "SELECT offer_id FROM offers_by_user WHERE tenant_id = ? AND user_id = 'ann'",
                                SHOP.shop().tenant()))
                .extracting(made -> made.getString(0))
                .containsExactly("offer-ann-1");
    }

    @Test
    void theCategoriesOfWhatSomebodyBoughtAreLookedUpWithoutWaiting() {
        SHOP.bought("eve", "cup", "40.00");
        SharedSession cassandra = new SharedSession(SHOP.shop().lease().cassandra());

        Recipient eve =
                new Recipients(cassandra).find(SHOP.shop().tenant(), "eve").join();

        assertThat(eve.categoryShares()).containsExactly(entry("china", 1.0));
    }

    @Test
    void aSevereOneMayHaveTheBetterCouponAndATwinIsAnsweredOnce() {
        SHOP.complain("bob-1", "bob", "plate", 1);
        SHOP.complain("bob-1", "bob", "plate", 1);
        SHOP.complain("bob-2", "bob", "plate", 1);

        await().atMost(PATIENCE).until(() -> isDelivered("bob-2"));
        assertThat(SHOP.coupons("bob")).containsExactly("china-20", "china-15");
    }

    @Test
    void whoComplainsTooOftenGetsAnApologyAlone() {
        for (int i = 1; i <= 4; i++) {
            SHOP.complain("cy-" + i, "cy", "vase", 3);
        }

        await().atMost(PATIENCE).until(() -> isDelivered("cy-4"));
        assertThat(SHOP.coupons("cy")).containsExactly("glass-10", "glass-10", "glass-10", "–");
        assertThat(SHOP.offers("cy").get(3).get("reason").asText()).isEqualTo("user_limit");
        assertThat(SHOP.offers("cy").get(3).get("goodwill_name").asText()).isEqualTo("Our apologies");
    }

    @Test
    void aBudgetIsGivenToTheLastAndAWithdrawnCouponNotAnyMore() {
        SHOP.item("lamp", "light");
        SHOP.coupon("light-30", 30, "light", "budget = 2");
        SHOP.coupon("light-5", 5, "light", "");
        await().atMost(PATIENCE)
                .until(() -> SHOP.shop()
                                .cql(
                                        "SELECT coupon_id FROM live_coupons_by_tenant WHERE tenant_id = ? AND coupon_id ="
                                                + " 'light-5'",
                                        SHOP.shop().tenant())
                                .size()
                        == 1);

        for (int i = 1; i <= 4; i++) {
            SHOP.complain("light-" + i, "light-user-" + i, "lamp", 2);
        }
        await().atMost(PATIENCE).until(() -> isDelivered("light-4"));
        List<String> given = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            given.addAll(SHOP.coupons("light-user-" + i));
        }
        assertThat(given).containsExactly("light-30", "light-30", "light-5", "light-5");

        SHOP.sql("UPDATE coupons SET withdrawn_at = now() WHERE coupon_id = 'light-5'");
        await().atMost(PATIENCE).until(() -> SHOP.shop()
                .cql(
                        "SELECT coupon_id FROM live_coupons_by_tenant WHERE tenant_id = ? AND coupon_id = 'light-5'",
                        SHOP.shop().tenant())
                .isEmpty());
        SHOP.complain("light-5", "light-user-5", "lamp", 2);
        await().atMost(PATIENCE).until(() -> isDelivered("light-5"));
        assertThat(SHOP.coupons("light-user-5")).containsExactly("–");
        assertThat(SHOP.offers("light-user-5").get(0).get("reason").asText()).isEqualTo("no_coupon_fits");
    }

    @Test
    void anOfferThatWasStoredAndPerhapsNotSentIsSentAsItWas() {
        SHOP.complain("first", "dora", "cup", 2);
        await().atMost(PATIENCE).until(() -> isDelivered("first"));
        String offer = String.valueOf(stored("first").getString("offer"));
        SHOP.shop()
                .cql(
                        "DELETE delivered_at FROM feedback_by_id WHERE tenant_id = ? AND feedback_id = 'first'",
                        SHOP.shop().tenant());

        SHOP.complain("first", "dora", "vase", 3);

        await().atMost(PATIENCE).until(() -> isDelivered("first"));
        assertThat(SHOP.offers("dora")).containsExactly(ComplainingShop.json(offer), ComplainingShop.json(offer));
    }

    @Test
    void whatLackedItsUserIsAnsweredWhenItComesAgainWithOne() {
        SHOP.send("{'feedback_id':'again','item_id':'cup','score':2}");
        await().atMost(PATIENCE).until(() -> !SHOP.shop()
                .cql(
                        "SELECT * FROM feedback_by_id WHERE tenant_id = ? AND feedback_id = 'again'",
                        SHOP.shop().tenant())
                .isEmpty());

        SHOP.send("{'feedback_id':'again','item_id':'cup','score':2}");
        SHOP.complain("again", "fay", "cup", 2);
        SHOP.complain("again", "fay", "vase", 3);

        await().atMost(PATIENCE).until(() -> isDelivered("again"));
        assertThat(SHOP.coupons("fay")).containsExactly("china-15");
        assertThat(stored("again").getString("user_id")).isEqualTo("fay");
    }

    @Test
    void whatCannotBeAnsweredIsStoredAndWhatCannotBeReadIsKept() {
        SHOP.send("{'feedback_id':'nobody','item_id':'cup','score':1}");
        SHOP.send("{'feedback_id':'odd','user_id':'eve','score':'awful'}");
        SHOP.complain("after", "eve", "cup", 2);

        await().atMost(PATIENCE).until(() -> isDelivered("after"));
        await().atMost(PATIENCE)
                .until(() -> SHOP.shop()
                                .topics()
                                .values(
                                        Topics.CRITICAL_FEEDBACK_REJECTED.name(),
                                        SHOP.shop().tenant() + "/k")
                                .size()
                        == 1);
        assertThat(stored("nobody").isNull("offer")).isTrue();
        assertThat(stored("nobody").getSet("flags", String.class))
                .containsExactlyInAnyOrder("missing_user_id", "missing_text", "missing_time");
        JsonNode kept = ComplainingShop.json(SHOP.shop()
                .topics()
                .values(Topics.CRITICAL_FEEDBACK_REJECTED.name(), SHOP.shop().tenant() + "/k")
                .get(0));
        assertThat(kept.get("reason").asText()).isEqualTo("wrong_type");
        assertThat(kept.get("field").asText()).isEqualTo("score");
        assertThat(streaming.get("/metrics").orElseThrow().body())
                .contains("tandem_feedback_time_to_offer_seconds_count");
    }
}
