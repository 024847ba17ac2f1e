/** Tests of the jobs that move data: layering, and what integration tests share. */
@NullMarked
package dev.tandem.etl;

import org.jspecify.annotations.NullMarked;
