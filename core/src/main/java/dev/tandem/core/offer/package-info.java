/** Offers, which answer critical feedback, and their acknowledgements: their messages and their ids. */
@NullMarked
package dev.tandem.core.offer;

import org.jspecify.annotations.NullMarked;
