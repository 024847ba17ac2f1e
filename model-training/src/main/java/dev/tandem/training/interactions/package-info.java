/** What is known of users and items: from the lines of orders to who cares how much for what. */
@NullMarked
package dev.tandem.training.interactions;

import org.jspecify.annotations.NullMarked;
