/** The job {@code publish-recommendations}: the lists of a model's users and items, then the row that makes the model active. */
@NullMarked
package dev.tandem.training.publication;

import org.jspecify.annotations.NullMarked;
