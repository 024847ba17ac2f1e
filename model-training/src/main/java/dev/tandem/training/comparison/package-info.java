/** The job {@code evaluate-recommender}: models and simple rankings side by side, for people to choose settings by. */
@NullMarked
package dev.tandem.training.comparison;

import org.jspecify.annotations.NullMarked;
