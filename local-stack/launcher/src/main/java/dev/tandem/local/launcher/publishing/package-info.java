/** Messages to topics, each acknowledged by the broker or known not to be, and the pace at which they leave. */
@NullMarked
package dev.tandem.local.launcher.publishing;

import org.jspecify.annotations.NullMarked;
