/** The Spark session of a process and the schemas that follow from the contract's tables. */
@NullMarked
package dev.tandem.runtime.spark;

import org.jspecify.annotations.NullMarked;
