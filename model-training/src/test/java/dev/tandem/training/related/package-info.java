/** Related items, on orders small enough to check by hand. */
@NullMarked
package dev.tandem.training.related;

import org.jspecify.annotations.NullMarked;
