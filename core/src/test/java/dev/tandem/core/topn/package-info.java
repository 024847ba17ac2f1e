/** The kernel against a slow reference. */
@NullMarked
package dev.tandem.core.topn;

import org.jspecify.annotations.NullMarked;
