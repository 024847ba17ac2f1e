/** {@code /v1/items/{item_id}}: the facts of one item. */
@NullMarked
package dev.tandem.serving.item;

import org.jspecify.annotations.NullMarked;
