package dev.tandem.local.launcher.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferAck;
import dev.tandem.core.shop.TenantId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AcknowledgingTest {
    private static final Instant NOW = Instant.parse("2026-12-01T09:30:00.250Z");
    private static final Offer OFFER = Offers.offer().of("shop", "f-1").build();
    private static final OfferAck ACK = new OfferAck(new TenantId("shop"), "offer-f-1", NOW);

    @Test
    void anOfferIsAcknowledgedAsOftenAsIsWanted() {
        assertThat(Acknowledging.once.of(OFFER, NOW)).containsExactly(ACK);
        assertThat(Acknowledging.twice.of(OFFER, NOW)).containsExactly(ACK, ACK);
        assertThat(Acknowledging.never.of(OFFER, NOW)).isEmpty();
    }

    @Test
    void anUnknownOfferIsOneThatNobodyMade() {
        assertThat(Acknowledging.unknown.of(OFFER, NOW))
                .containsExactly(new OfferAck(new TenantId("shop"), "offer-of-nobody-f-1", NOW));
    }
}
