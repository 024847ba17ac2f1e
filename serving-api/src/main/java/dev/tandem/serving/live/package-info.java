/** What is known of users since the last batch: their live lists, their latest views, and how these go before the batch. */
@NullMarked
package dev.tandem.serving.live;

import org.jspecify.annotations.NullMarked;
