/** {@code ./tandem bench top-n}: ranking all items for all users, beside MLlib's way of doing it. */
@NullMarked
package dev.tandem.training.bench;

import org.jspecify.annotations.NullMarked;
