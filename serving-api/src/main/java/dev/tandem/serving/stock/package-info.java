/** Which items cannot be bought now. */
@NullMarked
package dev.tandem.serving.stock;

import org.jspecify.annotations.NullMarked;
