/** The job that trains, from its settings to a model of a small shop. */
@NullMarked
package dev.tandem.training.recommender;

import org.jspecify.annotations.NullMarked;
