/** The span of data that a job works on; jobs never ask what time it is. */
@NullMarked
package dev.tandem.core.interval;

import org.jspecify.annotations.NullMarked;
