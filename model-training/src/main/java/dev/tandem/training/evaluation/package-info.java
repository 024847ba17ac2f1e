/** How well rankings foretell what users really bought next: the split by time, the metrics, and their report. */
@NullMarked
package dev.tandem.training.evaluation;

import org.jspecify.annotations.NullMarked;
