/** The job {@code publish-recommendations}: every user's list of a model, then the row that makes the model the active one. */
@NullMarked
package dev.tandem.training.publication;

import org.jspecify.annotations.NullMarked;
