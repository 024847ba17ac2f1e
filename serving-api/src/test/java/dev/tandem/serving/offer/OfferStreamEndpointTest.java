package dev.tandem.serving.offer;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.core.offer.OfferCodec;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OfferStreamEndpointTest {
    private static final TenantId STORE = new TenantId("store");

    private final TestingOfferFeed feed = TestingOfferFeed.connected();
    private final RunningApi api = new RunningApi(feed);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void anOfferComesToAllWhoListenToItsTenant() throws IOException {
        api.tenants.put(STORE);
        try (OfferListener one = new OfferListener(api.port());
                OfferListener two = new OfferListener(api.port());
                OfferListener another = new OfferListener(api.port(), "Tandem-Tenant", "store")) {
            one.awaitLine(": listening");
            two.awaitLine(": listening");
            another.awaitLine(": listening");

            feed.publish(SHOP, "f-1");
            feed.publish(STORE, "f-2");

            one.awaitLine("data: " + OfferCodec.text(Feedbacks.offer(SHOP, "f-1")));
            two.awaitLine("data: " + OfferCodec.text(Feedbacks.offer(SHOP, "f-1")));
            another.awaitLine("data: " + OfferCodec.text(Feedbacks.offer(STORE, "f-2")));
            assertThat(one.lines()).contains("event: offer", "id: 2-0").doesNotContain("id: 2-1");
            assertThat(another.lines()).contains("id: 2-1").doesNotContain("id: 2-0");
        }
    }

    @Test
    void theAnswerIsAStreamThatNobodyKeeps() throws IOException {
        try (OfferListener listener = new OfferListener(api.port())) {
            assertThat(listener.status()).isEqualTo(200);
            assertThat(listener.header("Content-Type")).startsWith("text/event-stream");
            assertThat(listener.header("Cache-Control")).isEqualTo("private, no-store");
        }
    }

    @Test
    void theFeedBeginsWithTheFirstListenerAndIsOneForAll() throws IOException {
        assertThat(feed.listeners()).isZero();

        try (OfferListener one = new OfferListener(api.port());
                OfferListener two = new OfferListener(api.port())) {
            one.awaitLine(": listening");
            two.awaitLine(": listening");

            assertThat(feed.listeners()).isEqualTo(1);
        }
    }

    @Test
    void anUnknownTenantIsNotFound() {
        assertThat(api.get(OfferStreamHandler.PATH, "Tandem-Tenant", "nobody").status())
                .isEqualTo(404);
    }

    @Test
    void headOpensNoStream() {
        Answer answer = api.send("HEAD", OfferStreamHandler.PATH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
        assertThat(feed.listeners()).isZero();
    }

    @Test
    void anApiThatStopsEndsItsStreams() {
        OfferListener listener = new OfferListener(api.port()).awaitLine(": listening");
        long begin = System.nanoTime();

        api.close();

        listener.awaitEnd();
        // The server would have waited five seconds for an answer that does not end.
        assertThat(System.nanoTime() - begin).isLessThan(4_000_000_000L);
        assertThat(listener.lines()).doesNotContain("broken off");
    }

    @Test
    void otherRequestsAreAnsweredMeanwhile() throws IOException {
        try (OfferListener listener = new OfferListener(api.port()).awaitLine(": listening")) {
            await().until(() -> api.get("/health/live").status() == 200);
            assertThat(listener.lines()).doesNotContain("broken off");
        }
    }
}
