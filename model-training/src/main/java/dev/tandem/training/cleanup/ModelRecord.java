package dev.tandem.training.cleanup;

import dev.tandem.core.recommendation.ModelVersion;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What the registry knows of a model that matters for taking it away.
 *
 * @param publishedAt when its lists were completed; empty where it has none that could be served
 */
record ModelRecord(
        ModelVersion version, URI artefact, Instant intervalEnd, Instant trainedAt, Optional<Instant> publishedAt) {}
