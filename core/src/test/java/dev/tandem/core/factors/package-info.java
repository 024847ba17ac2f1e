/** Solved rows compared with their definition. */
@NullMarked
package dev.tandem.core.factors;

import org.jspecify.annotations.NullMarked;
