/** Trained models at rest: a folder of Parquet and JSON a version, and the registry in PostgreSQL that says which exist. */
@NullMarked
package dev.tandem.training.artefact;

import org.jspecify.annotations.NullMarked;
