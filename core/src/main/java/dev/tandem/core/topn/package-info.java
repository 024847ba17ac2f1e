/**
 * The best items of every user by the product of their factors: exact, blocked for the cache, in loops that the JIT turns
 * into vector instructions. Plain Java, no Spark.
 */
@NullMarked
package dev.tandem.core.topn;

import org.jspecify.annotations.NullMarked;
