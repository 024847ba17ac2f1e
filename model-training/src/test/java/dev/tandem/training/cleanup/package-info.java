/** Which models go, and that nothing of them is left. */
@NullMarked
package dev.tandem.training.cleanup;

import org.jspecify.annotations.NullMarked;
