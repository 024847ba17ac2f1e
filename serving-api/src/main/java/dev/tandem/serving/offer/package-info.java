/** What became of feedback: its state, the offers that answer it, and the stream of all offers as they are published. */
@NullMarked
package dev.tandem.serving.offer;

import org.jspecify.annotations.NullMarked;
