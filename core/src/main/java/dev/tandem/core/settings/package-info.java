/** What a process is configured with: command line before environment before default, all problems at once. */
@NullMarked
package dev.tandem.core.settings;

import org.jspecify.annotations.NullMarked;
