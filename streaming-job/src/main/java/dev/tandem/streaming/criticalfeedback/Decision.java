package dev.tandem.streaming.criticalfeedback;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.offer.Offer;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a feedback.
 *
 * @param offer that answers it; null where nobody can be answered
 * @param isNew whether it is yet to be stored
 */
record Decision(Feedback feedback, @Nullable Offer offer, boolean isNew) {}
