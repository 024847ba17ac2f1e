/** Published models in memory, that make lists from what somebody did a moment ago and say what speaks for an item. */
@NullMarked
package dev.tandem.serving.foldin;

import org.jspecify.annotations.NullMarked;
