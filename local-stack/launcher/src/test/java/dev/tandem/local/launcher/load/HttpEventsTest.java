package dev.tandem.local.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.load.EventsApi.Answer;
import dev.tandem.local.launcher.load.HttpEvents.Receiver;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpEventsTest {
    private static final TenantId SHOP = new TenantId("shop");
    private static final Answer ACCEPTED = new Answer(202, "", "{\"accepted\":2}");

    private final List<String> printed = new ArrayList<>();

    @Test
    void whatTheApiTakesIsAcknowledged() throws Exception {
        try (EventsApi api = new EventsApi(ACCEPTED)) {
            assertThat(run(api.address(), 5, Duration.ofSeconds(5))).isEqualTo(numbers(0, 1, 2, 3, 4));

            assertThat(api.bodies()).hasSize(3);
            JsonNode first = api.bodies().stream()
                    .map(body -> body.path(0))
                    .filter(view -> view.path("event_id").asText().equals("load-3-0"))
                    .findFirst()
                    .orElseThrow();
            assertThat(first.path("type").asText()).isEqualTo("view");
            assertThat(first.path("user_id").asText()).isEqualTo("anna");
            assertThat(first.path("item_id").asText()).isEqualTo("i-1");
            assertThat(first.path("viewed_at").asText()).endsWith("Z");
        }
        assertThat(printed).last().asString().startsWith("all     5 sent  5 acknowledged  0 refused  p50 ");
    }

    @Test
    void whatHasToWaitIsSentAgainAsItWas() throws Exception {
        try (EventsApi api = new EventsApi(new Answer(429, "1", ""), new Answer(503, "", ""), ACCEPTED)) {
            assertThat(run(api.address(), 2, Duration.ofSeconds(30))).isEqualTo(numbers(0, 1));

            assertThat(api.bodies()).hasSize(3);
            assertThat(api.bodies()).containsOnly(api.bodies().get(0));
        }
        assertThat(printed).last().asString().contains("2 sent  2 acknowledged  0 refused  sent again {429=2, 503=2}");
    }

    @Test
    void ofAPartlyBadBatchOnlyWhatTheApiSaysItTookIsAcknowledged() throws Exception {
        Answer partly = new Answer(
                207,
                "",
                "{\"events\":[{\"index\":0,\"status\":\"rejected\"},{\"index\":1,\"status\":\"accepted\",\"event_id\":\"load-3-1\"}]}");
        try (EventsApi api = new EventsApi(partly)) {
            assertThat(run(api.address(), 2, Duration.ofSeconds(5))).isEqualTo(numbers(1));
        }
        assertThat(printed).last().asString().contains("1 acknowledged  1 refused {207=1}");
    }

    @Test
    void ofABatchThatWasTakenInPartTheRestIsSentAgain() throws Exception {
        Answer partly = new Answer(
                503, "", "{\"events\":[{\"index\":0,\"status\":\"accepted\"},{\"index\":1,\"status\":\"rejected\"}]}");
        try (EventsApi api = new EventsApi(partly, ACCEPTED)) {
            assertThat(run(api.address(), 2, Duration.ofSeconds(30))).isEqualTo(numbers(0, 1));

            assertThat(api.bodies().get(1)).hasSize(1);
            assertThat(api.bodies().get(1).path(0).path("event_id").asText()).isEqualTo("load-3-1");
        }
    }

    @Test
    void whatIsRefusedForGoodIsNotSentAgain() throws Exception {
        try (EventsApi api = new EventsApi(new Answer(400, "", "{}"))) {
            assertThat(run(api.address(), 2, Duration.ofSeconds(30))).isEqualTo(numbers());

            assertThat(api.bodies()).hasSize(1);
        }
        assertThat(printed).last().asString().contains("0 acknowledged  2 refused {400=2}");
    }

    @Test
    void whereNobodyAnswersItGivesUpWhenThePatienceIsOver() throws Exception {
        URI nobody;
        try (EventsApi api = new EventsApi(ACCEPTED)) {
            nobody = api.address();
        }

        assertThat(run(nobody, 2, Duration.ofMillis(300))).isEqualTo(numbers());

        assertThat(printed).last().asString().contains("2 refused {no answer=2}");
    }

    @Test
    void feedbackIsCreatedAndAnswersNameItDifferently() throws Exception {
        Answer partly = new Answer(
                503,
                "",
                "{\"feedback\":[{\"index\":0,\"status\":\"accepted\"},{\"index\":1,\"status\":\"unacknowledged\"}]}");
        try (EventsApi api = new EventsApi(partly, new Answer(201, "", "{\"accepted\":1}"))) {
            assertThat(run(Receiver.FEEDBACK, api.address(), 2, Duration.ofSeconds(30)))
                    .isEqualTo(numbers(0, 1));

            assertThat(api.bodies()).hasSize(2);
            assertThat(api.bodies().get(1)).hasSize(1);
        }
        assertThat(printed).last().asString().contains("2 acknowledged  0 refused  sent again {503=1}");
    }

    private BitSet run(URI api, int count, Duration patience) throws InterruptedException {
        return run(Receiver.EVENTS, api, count, patience);
    }

    private BitSet run(Receiver receiver, URI api, int count, Duration patience) throws InterruptedException {
        EventLoadSettings settings = new EventLoadSettings(SHOP, 0, count, 2, 3);
        ViewTraffic traffic =
                new ViewTraffic(settings, new ShopIds(List.of("anna"), List.of("i-1")), Clock.systemUTC());
        try (HttpEvents<NumberedView> outlet = new HttpEvents<>(api, receiver, SHOP, 4, patience)) {
            return new EventLoad<>(settings, traffic::next, outlet, printed::add).run();
        }
    }

    private static BitSet numbers(int... numbers) {
        BitSet set = new BitSet();
        for (int number : numbers) {
            set.set(number);
        }
        return set;
    }
}
