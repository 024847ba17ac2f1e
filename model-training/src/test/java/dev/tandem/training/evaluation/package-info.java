/** Metrics and splits on cases worked out by hand. */
@NullMarked
package dev.tandem.training.evaluation;

import org.jspecify.annotations.NullMarked;
