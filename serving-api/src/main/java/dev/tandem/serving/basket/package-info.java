/** {@code /v1/recommendations/basket}: items for somebody of whom nothing is known but a basket and what was just viewed. */
@NullMarked
package dev.tandem.serving.basket;

import org.jspecify.annotations.NullMarked;
