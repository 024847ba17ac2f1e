/** Solved factors compared with their definition. */
@NullMarked
package dev.tandem.training.solver;

import org.jspecify.annotations.NullMarked;
