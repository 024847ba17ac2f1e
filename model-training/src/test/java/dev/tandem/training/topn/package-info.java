/** The kernel against a slow reference. */
@NullMarked
package dev.tandem.training.topn;

import org.jspecify.annotations.NullMarked;
