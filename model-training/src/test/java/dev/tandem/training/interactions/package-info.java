/** Interactions from rows written in the tests. */
@NullMarked
package dev.tandem.training.interactions;

import org.jspecify.annotations.NullMarked;
