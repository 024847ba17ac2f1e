/** {@code POST /v1/feedback}: ratings with their text, flagged, never refused for what they say, and taken once the broker has them. */
@NullMarked
package dev.tandem.serving.feedback;

import org.jspecify.annotations.NullMarked;
