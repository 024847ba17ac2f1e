/** The job {@code clean-up-models}: takes away what old models left in Cassandra and in the folder of artefacts. */
@NullMarked
package dev.tandem.training.cleanup;

import org.jspecify.annotations.NullMarked;
