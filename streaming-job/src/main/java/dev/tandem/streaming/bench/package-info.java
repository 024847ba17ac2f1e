/** Benchmarks of the speed layer: the same queries with other settings, side by side. */
@NullMarked
package dev.tandem.streaming.bench;

import org.jspecify.annotations.NullMarked;
