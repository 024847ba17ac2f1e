/** Factors of users and items on implicit feedback, by least squares that are solved exactly. */
@NullMarked
package dev.tandem.training.solver;

import org.jspecify.annotations.NullMarked;
