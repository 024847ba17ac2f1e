/** Rankings that need no training: what a model has to beat to be worth anything. */
@NullMarked
package dev.tandem.training.baselines;

import org.jspecify.annotations.NullMarked;
