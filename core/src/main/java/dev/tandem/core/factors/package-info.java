/** Vectors of users and items on implicit feedback, and the least squares that one of them solves. Plain Java, no Spark. */
@NullMarked
package dev.tandem.core.factors;

import org.jspecify.annotations.NullMarked;
