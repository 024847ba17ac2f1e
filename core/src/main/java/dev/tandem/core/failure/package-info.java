/** The one failure type and the table from its kind to exit code and HTTP status. */
@NullMarked
package dev.tandem.core.failure;

import org.jspecify.annotations.NullMarked;
