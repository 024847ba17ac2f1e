package dev.tandem.serving.because;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for an item, as it is sent.
 *
 * @param modelVersion the model by which it does
 * @param because the strongest first, at most {@value Reasons#MAX_REASONS}
 * @param message why nothing does, where nothing does
 */
record Because(String userId, String itemId, String modelVersion, List<Reason> because, @Nullable String message) {}
