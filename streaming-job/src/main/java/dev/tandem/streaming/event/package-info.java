/** Records of Kafka as events, and what becomes of those that are none. */
@NullMarked
package dev.tandem.streaming.event;

import org.jspecify.annotations.NullMarked;
