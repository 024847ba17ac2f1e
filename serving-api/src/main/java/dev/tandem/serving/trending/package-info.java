/** {@code /v1/trending}: what is looked at most lately, per category and overall. */
@NullMarked
package dev.tandem.serving.trending;

import org.jspecify.annotations.NullMarked;
