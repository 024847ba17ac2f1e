/** {@code ./tandem load}: a shop's traffic against a running stack, at a given rate, with an eye on every answer. */
@NullMarked
package dev.tandem.local.launcher.load;

import org.jspecify.annotations.NullMarked;
