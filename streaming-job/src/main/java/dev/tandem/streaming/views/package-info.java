/** Views, from Kafka to users' histories. */
@NullMarked
package dev.tandem.streaming.views;

import org.jspecify.annotations.NullMarked;
