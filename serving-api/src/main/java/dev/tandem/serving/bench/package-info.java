/** {@code ./tandem bench lookup}: how fast lookups are, beside a handler that looks nothing up. */
@NullMarked
package dev.tandem.serving.bench;

import org.jspecify.annotations.NullMarked;
