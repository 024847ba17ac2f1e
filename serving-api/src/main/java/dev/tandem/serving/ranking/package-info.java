/** Ranked lists on their way from the store to the caller: filtered, filled up and cut into pages, without being parsed. */
@NullMarked
package dev.tandem.serving.ranking;

import org.jspecify.annotations.NullMarked;
