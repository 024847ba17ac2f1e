/** {@code ./tandem bench}: ways of doing one thing, measured side by side in one run. */
@NullMarked
package dev.tandem.local.launcher.bench;

import org.jspecify.annotations.NullMarked;
