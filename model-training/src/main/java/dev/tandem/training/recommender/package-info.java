/** The job {@code train-recommender}: from order lines to a model's artefact and its row in the registry. */
@NullMarked
package dev.tandem.training.recommender;

import org.jspecify.annotations.NullMarked;
