/** Messages sent once more: views from a file as if they happened now, and events that were refused. */
@NullMarked
package dev.tandem.local.launcher.replay;

import org.jspecify.annotations.NullMarked;
