package dev.tandem.serving.offer;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.offer.OfferCodec;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserOffersEndpointTest {
    private final RunningApi api = new RunningApi();

    @BeforeEach
    void offer() {
        for (int i = 1; i <= 12; i++) {
            api.offers.put(
                    SHOP, new UserId("anna"), Feedbacks.after(i), OfferCodec.text(Feedbacks.offer(SHOP, "f-" + i)));
        }
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void offersComeNewestFirstEachAsItWasSent() {
        Answer answer = api.get("/v1/users/anna/offers?limit=2");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.text())
                .isEqualTo("{\"user_id\":\"anna\",\"offers\":[%s,%s]}"
                        .formatted(
                                OfferCodec.text(Feedbacks.offer(SHOP, "f-12")),
                                OfferCodec.text(Feedbacks.offer(SHOP, "f-11"))));
    }

    @Test
    void tenComeWhereNothingElseIsAskedFor() {
        assertThat(api.get("/v1/users/anna/offers").json().path("offers")).hasSize(10);
    }

    @Test
    void anUnknownUserHasNoOffers() {
        assertThat(api.get("/v1/users/nobody/offers").text()).isEqualTo("{\"user_id\":\"nobody\",\"offers\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "many"})
    void aLimitIsOneToAHundred(String limit) {
        assertThat(api.get("/v1/users/anna/offers?limit=" + limit).status()).isEqualTo(400);
    }
}
