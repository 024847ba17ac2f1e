/** What all customers together say about an item or a category: digests of feedback, made by a batch. */
@NullMarked
package dev.tandem.serving.digest;

import org.jspecify.annotations.NullMarked;
