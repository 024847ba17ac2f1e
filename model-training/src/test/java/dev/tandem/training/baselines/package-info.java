/** Baselines on shops of a few people. */
@NullMarked
package dev.tandem.training.baselines;

import org.jspecify.annotations.NullMarked;
