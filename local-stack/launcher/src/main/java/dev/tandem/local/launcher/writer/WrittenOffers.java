package dev.tandem.local.launcher.writer;

import dev.tandem.core.offer.Offer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The offers that were written lately, as many as the memory of a small process holds. */
final class WrittenOffers {
    private static final int MOST = 200_000;

    private final Map<String, Boolean> latest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    /** Takes note of an offer; false where it was there before. */
    boolean add(Offer offer) {
        return latest.put(offer.feedback().tenant() + "/" + offer.offerId(), true) == null;
    }
}
