/** {@code /health/live} and {@code /health/ready}: whether answers can be given, and what to type when not. */
@NullMarked
package dev.tandem.serving.health;

import org.jspecify.annotations.NullMarked;
