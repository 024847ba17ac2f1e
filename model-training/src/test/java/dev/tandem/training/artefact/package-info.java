/** Artefacts on a local disk. */
@NullMarked
package dev.tandem.training.artefact;

import org.jspecify.annotations.NullMarked;
