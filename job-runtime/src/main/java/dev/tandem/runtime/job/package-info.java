/** How a batch job is started, timed and ended: settings in, one report and one exit code out. */
@NullMarked
package dev.tandem.runtime.job;

import org.jspecify.annotations.NullMarked;
