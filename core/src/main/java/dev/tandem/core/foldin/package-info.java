/**
 * Lists made of a published model and a user's history, wherever they are needed: the vector is solved exactly as training
 * solves it, from the same strengths. Plain Java, no Spark.
 */
@NullMarked
package dev.tandem.core.foldin;

import org.jspecify.annotations.NullMarked;
