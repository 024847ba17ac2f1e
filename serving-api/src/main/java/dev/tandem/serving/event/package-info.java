/** {@code POST /v1/events}: what people do, taken once the broker has it. */
@NullMarked
package dev.tandem.serving.event;

import org.jspecify.annotations.NullMarked;
