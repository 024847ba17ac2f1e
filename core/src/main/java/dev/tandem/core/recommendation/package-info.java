/** Ranked lists: what is in one, where it came from, and the form in which it is stored and sent. */
@NullMarked
package dev.tandem.core.recommendation;

import org.jspecify.annotations.NullMarked;
