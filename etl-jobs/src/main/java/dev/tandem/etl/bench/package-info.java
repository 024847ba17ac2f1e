/** What the syncs are measured by: the same rows from PostgreSQL to Cassandra, one way after the other. */
@NullMarked
package dev.tandem.etl.bench;

import org.jspecify.annotations.NullMarked;
