package dev.tandem.serving.published;

import dev.tandem.core.recommendation.ModelVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The model whose lists are served.
 *
 * @param eventsUntil it knows every event before this instant
 */
public record ActiveModel(ModelVersion version, @Nullable Instant eventsUntil) {}
