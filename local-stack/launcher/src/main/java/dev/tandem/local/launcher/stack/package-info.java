/** The stack of one folder: what runs in it, who answers for it, how it is started, watched and stopped. */
@NullMarked
package dev.tandem.local.launcher.stack;

import org.jspecify.annotations.NullMarked;
