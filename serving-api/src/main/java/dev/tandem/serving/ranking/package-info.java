/** Ranked lists on their way from the store to the caller, without being parsed. */
@NullMarked
package dev.tandem.serving.ranking;

import org.jspecify.annotations.NullMarked;
