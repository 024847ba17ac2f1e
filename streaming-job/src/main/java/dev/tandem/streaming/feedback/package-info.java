/** Routine feedback, from Kafka to where it is read, and the acknowledgements of offers that answered critical feedback. */
@NullMarked
package dev.tandem.streaming.feedback;

import org.jspecify.annotations.NullMarked;
