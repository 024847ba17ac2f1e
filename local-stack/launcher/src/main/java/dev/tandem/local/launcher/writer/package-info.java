/**
 * {@code ./tandem writer}: takes offers, says each in a whole sentence of the tenant's language, and acknowledges it; the
 * model for whoever writes to users in earnest.
 */
@NullMarked
package dev.tandem.local.launcher.writer;

import org.jspecify.annotations.NullMarked;
