/** The speed layer as one application: its settings, its queries, its life. */
@NullMarked
package dev.tandem.streaming;

import org.jspecify.annotations.NullMarked;
