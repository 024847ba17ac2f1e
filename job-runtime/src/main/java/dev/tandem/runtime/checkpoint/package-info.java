/** Where streaming queries keep how far they have come. */
@NullMarked
package dev.tandem.runtime.checkpoint;

import org.jspecify.annotations.NullMarked;
