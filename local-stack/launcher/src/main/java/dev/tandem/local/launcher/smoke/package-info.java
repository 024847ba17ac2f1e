/** The end-to-end check: does a running stack answer as its users expect? */
@NullMarked
package dev.tandem.local.launcher.smoke;

import org.jspecify.annotations.NullMarked;
