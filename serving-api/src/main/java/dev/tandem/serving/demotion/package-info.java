/** Which items stand behind all others in lists, because many are unhappy with them. */
@NullMarked
package dev.tandem.serving.demotion;

import org.jspecify.annotations.NullMarked;
