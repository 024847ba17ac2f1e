/** The way of a request's events into Kafka: how they are read off the body, sent, counted and answered for. */
@NullMarked
package dev.tandem.serving.intake;

import org.jspecify.annotations.NullMarked;
