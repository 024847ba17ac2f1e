/** What the launcher prints. */
@NullMarked
package dev.tandem.local.launcher.terminal;

import org.jspecify.annotations.NullMarked;
