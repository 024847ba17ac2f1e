/** {@code /metrics}: what the API counts and measures of itself. */
@NullMarked
package dev.tandem.serving.metrics;

import org.jspecify.annotations.NullMarked;
