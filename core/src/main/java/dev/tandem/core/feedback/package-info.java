/** Ratings with their text: what one says, what is wrong with it, and which way it takes. */
@NullMarked
package dev.tandem.core.feedback;

import org.jspecify.annotations.NullMarked;
