package dev.tandem.serving.offer;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.core.offer.OfferCodec;
import dev.tandem.serving.http.ErrorMapping;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams with a short pulse and room for two. */
@Timeout(60)
class OfferStreamsTest {
    private final TestingOfferFeed feed = new TestingOfferFeed();
    private final OfferStreams streams = new OfferStreams(feed, 2, Duration.ofMillis(100));
    private final Javalin api = Javalin.create(config -> {
                ErrorMapping.register(config.routes);
                config.routes.get(OfferStreamHandler.PATH, ctx -> {
                    ctx.contentType("text/event-stream");
                    ctx.future(() -> streams.open(ctx, SHOP));
                });
            })
            .start("127.0.0.1", 0);

    @AfterEach
    void stop() {
        streams.close();
        api.stop();
    }

    @Test
    void aBrokerMayComeLate() throws IOException {
        try (OfferListener listener = new OfferListener(api.port()).awaitLine(": connected")) {
            listener.awaitLine(": still here");
            assertThat(listener.lines()).doesNotContain(": listening");

            feed.connect();

            listener.awaitLine(": listening");
            assertThat(listener.lines()).containsOnlyOnce(": listening");
        }
    }

    @Test
    void whoListensHearsAPulse() throws IOException {
        try (OfferListener listener = new OfferListener(api.port())) {
            await().until(() ->
                    listener.lines().stream().filter(": still here"::equals).count() >= 3);
        }
    }

    @Test
    void moreThanMayDoNotListenUntilOneLeaves() throws IOException {
        OfferListener one = new OfferListener(api.port());
        try (OfferListener two = new OfferListener(api.port())) {
            OfferListener three = new OfferListener(api.port());
            assertThat(three.status()).isEqualTo(429);
            assertThat(three.header("Retry-After")).isEqualTo("1");
            three.awaitEnd();
            assertThat(three.lines().get(0)).contains("\"code\":\"too_many_listeners\"");

            one.close();

            await().until(() -> new OfferListener(api.port()).status() == 200);
            assertThat(two.status()).isEqualTo(200);
        }
    }

    @Test
    void whoDoesNotReadIsDroppedAndHoldsUpNobody() throws IOException {
        feed.connect();
        try (OfferListener listener = new OfferListener(api.port()).awaitLine(": listening");
                Socket deaf = OfferListener.deaf(api.port())) {
            await().until(() -> new OfferListener(api.port()).status() == 429);
            String large = " ".repeat(200 * 1024) + OfferCodec.text(Feedbacks.offer(SHOP, "f-1"));

            await().pollInterval(Duration.ofMillis(20)).until(() -> {
                feed.publish(SHOP, large, 0);
                long sent = feed.published();
                listener.awaitLine("id: 0-" + (sent - 1));
                return new OfferListener(api.port()).status() == 200;
            });

            assertThat(deaf.isConnected()).isTrue();
            assertThat(listener.lines()).doesNotContain("broken off");
        }
    }
}
