/**
 * A made-up shop of any size, for the demo and for tests: the same seed, size and end give the same shop to the letter.
 * Its shoppers have tastes that cut across categories, so that there is something to learn beyond popularity.
 */
@NullMarked
package dev.tandem.local.launcher.syntheticshop;

import org.jspecify.annotations.NullMarked;
