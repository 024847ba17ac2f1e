package dev.tandem.local.launcher.writer;

import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferAck;
import dev.tandem.core.offer.OfferId;
import java.time.Instant;
import java.util.List;

/** How a writer acknowledges offers: as it should, or in one of the ways in which one can go wrong. */
@SuppressWarnings("checkstyle:ConstantName")
enum Acknowledging {
    once,
    twice,
    never,
    /** Offers that nobody made, in place of those that were. */
    unknown;

    /** What is sent for an offer. */
    List<OfferAck> of(Offer offer, Instant at) {
        OfferAck ack = new OfferAck(offer.feedback().tenant(), offer.offerId(), at);
        return switch (this) {
            case once -> List.of(ack);
            case twice -> List.of(ack, ack);
            case never -> List.of();
            case unknown ->
                List.of(new OfferAck(
                        ack.tenant(), OfferId.of("of-nobody-" + offer.feedback().feedbackId()), at));
        };
    }
}
