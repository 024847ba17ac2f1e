/** The job that publishes, from its settings to served rows. */
@NullMarked
package dev.tandem.training.publication;

import org.jspecify.annotations.NullMarked;
