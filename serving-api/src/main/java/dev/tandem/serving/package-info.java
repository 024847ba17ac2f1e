/** The HTTP API as a process: its settings, its wiring, its start and its end. */
@NullMarked
package dev.tandem.serving;

import org.jspecify.annotations.NullMarked;
