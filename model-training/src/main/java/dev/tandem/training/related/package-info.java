/** Items and the items that go with them: what is bought together, and what the same people buy. */
@NullMarked
package dev.tandem.training.related;

import org.jspecify.annotations.NullMarked;
