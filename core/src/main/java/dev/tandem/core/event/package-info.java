/** What happens in a shop, as events: their JSON, what makes one valid, and what is kept of one that is not. */
@NullMarked
package dev.tandem.core.event;

import org.jspecify.annotations.NullMarked;
