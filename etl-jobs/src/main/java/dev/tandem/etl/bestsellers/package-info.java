/** The job build-best-sellers: what most people bought in the last month, per category and overall. */
@NullMarked
package dev.tandem.etl.bestsellers;

import org.jspecify.annotations.NullMarked;
