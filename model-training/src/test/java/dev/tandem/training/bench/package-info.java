/** What the benchmark is given, and how it tells whether two ways give the same. */
@NullMarked
package dev.tandem.training.bench;

import org.jspecify.annotations.NullMarked;
