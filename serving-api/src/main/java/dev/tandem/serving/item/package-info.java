/** {@code /v1/items/{item_id}} and below: the facts of one item, and the items that are related to it. */
@NullMarked
package dev.tandem.serving.item;

import org.jspecify.annotations.NullMarked;
